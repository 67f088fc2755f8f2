# Sent back, not taken up, extended, put off, approved, shared, handed over. First what citizens read, then staff.

citizen-returned =
    <b>{ $number }</b> is with the <b>General Desk</b> now, which will find another office for it.
    You don’t need to write again; I will tell you which office gets it.
citizen-declined =
    About your request <b>{ $number }</b>, the { $desk } writes:

    { $text }

    The place for this matter is: <b>{ $door }</b>. { $how }
    { $desk_phone ->
        [none] If anything is unclear, write to me here,
       *[other] If anything is unclear, call { $desk_phone } ({ $desk }) or write to me here,
    } and I pass it on as a new request.
citizen-extended =
    The answer to <b>{ $number }</b> will take { $count ->
        [one] 1 more working day
       *[other] { $count } more working days
    }{ $due ->
        [none] .
       *[other] {" "}and is now due by <b>{ $due }</b>.
    } The reason given by { $office }:

    { $text }

    If it is not done by then, I will tell you so.
citizen-deferred =
    <b>{ $number }</b> can’t be settled at the moment. This is what { $office } plans:

    { $text }

    On <b>{ $day }</b> I will ask them to go on, and tell you. Until then you can reply to this message at any time.
citizen-recalled =
    <b>{ $number }</b> could not be settled before; <b>{ $office }</b> takes it up again now{ $due ->
        [none] . I will tell you when there is news.
       *[other] {" "}and answers you by <b>{ $due }</b>.
    }
citizen-handed-over =
    Another member of staff handles <b>{ $number }</b> now, still at <b>{ $office }</b> (staff no. { $staff }).
    You don’t need to do anything; the date of the answer stays the same.

group-refused =
    <b>{ $number }</b>: { $what }{ $stage ->
        [handler] , taken back by { $name }.
        [check] : { $name } went to look, and it is not solved.
       *[other] : { $name } does not agree.
    }{ $said ->
        [yes] {"\u000A"}Why: { $text }
        [sealed] {"\u000A"}🔒 Confidential: the reason and the draft were sent in private to whoever asked.
       *[no] {""}
    }{ $draft ->
        [none] {""}
       *[other] {"\u000A"}This was not sent to the citizen; change it and send it again:{"\u000A"}{ $draft }
    }
group-extended =
    <b>{ $number }</b>: { $count ->
        [one] 1 more working day
       *[other] { $count } more working days
    }, agreed by { $name }{ $due ->
        [none] .
       *[other] ; to be closed by { $due }.
    } The citizen was told why, and the new date.
group-deferred = <b>{ $number }</b>: put off until { $day }, agreed by { $name }. The citizen was told. I’ll remind you on that day; to begin earlier, press “Take it up again” on the card.
group-recalled =
    ⏰ <b>{ $number }</b>: { $by ->
        [staff] taken up again by { $name }
       *[desk] the day has come, and it is taken up again
    }{ $due ->
        [none] .
       *[other] , to be closed by { $due }.
    } { $who ->
        [handler] { $mention }, please go on with it. The citizen was told.
       *[office] Please go on with it. The citizen was told.
    }
group-opinion = <b>{ $number }</b>: contribution of { $office } ({ $name }): { $text }

card-locked =
    🔒 { $who ->
        [triage] <b>Passed on twice</b>: please decide within one working day which office handles it. It can’t be passed on after that.
       *[office] Passed on twice; the General Desk decided that it is handled here. It can’t be passed on.
    }
card-returned = ↩️ Sent back by { $office } ({ $at }, { $name }): { $reason }
card-wished = Passed on for the second time; the office wanted to send it to: { $office }
card-office-gone = { $office } was closed. Its cases came back here: please assign this one anew.
card-office-heir = { $office } was closed; this one is yours now.
card-supporting = Contributing: { $offices }
card-proposal =
    ⏳ <b>Waiting for { $stage ->
        [check] an on-site check
        [lead] approval by the head of office
       *[supervisor] approval by a supervisor
    }</b>: { $what } ({ $name }): { $text }
card-declined = Not taken up ({ $at }, { $name }), pointed to: { $door }. { $text }
card-extended = { $count ->
        [one] 1 more working day
       *[other] { $count } more working days
    } ({ $at }, agreed by { $name }): { $text }
card-deferred = Put off until { $day } ({ $at }, agreed by { $name }): { $text }
card-refused =
    { $what }: { $stage ->
        [handler] taken back ({ $at }, { $name })
        [check] not confirmed on site ({ $at }, { $name })
       *[other] not agreed ({ $at }, { $name })
    }{ $said ->
        [yes] : { $text }
       *[no] {""}
    }
card-opinion = Contribution ({ $at }, { $office }, { $name }): { $text }
card-moved-locked = <b>{ $number }</b>: passed on for the second time. { $office } now decides who handles it.
card-support-over = <b>{ $number }</b>: your contribution is no longer needed. Thank you.

do-return = Send back
do-extend = Ask for more time
do-defer = Ask to put it off
do-support = Contributing offices
do-handover = Hand to a colleague
do-decline = Don’t take it up

button-return-now = Send it back
button-return-words = Add a word, then send it back
button-take-back = Take the request back
button-opinion = Write a contribution
button-support = { $office }
button-supports = ✓ { $office }
button-days =
    { $count ->
        [one] 1 working day
       *[other] { $count } working days
    }
button-agree = Agree
button-disagree = Don’t agree
button-agree-send = Agree, send it
button-send-back = Back for changes
button-checked = Checked: it is solved
button-unsolved = Not solved
button-unsolved-words = Not solved, say what you saw
button-see-card = See the card

return-reason-not_ours = Not this office’s duty
return-reason-wrong_area = Not this office’s area
return-reason-wrong_level = For an office above or below
return-reason-unclear = Unclear: ask the citizen first
return-reason-several = Several offices’ matters: split it
return-reason-with = { $reason }; { $text }
return-which = Why should <b>{ $number }</b> go back? The General Desk then finds another office, and the citizen learns who has it.
return-words = Your words: { $text }
return-sure = <b>{ $number }</b> goes back to the General Desk. Reason: { $reason }.

decline-which = Not taking up <b>{ $number }</b> ends it here, and the citizen is told where to go instead. Where?
decline-after = Once sent, this case is <b>over</b> and can’t be worked on.
decline-done = <b>{ $number }</b> was not taken up. The citizen was told why and where to go.
support-which = Which offices contribute to <b>{ $number }</b>? Press to take one in, press again to let it go. They tell your office what they know; they don’t answer the citizen.
handover-which = Who at { $office } should handle <b>{ $number }</b>?
handover-nobody = <b>{ $number }</b>: { $office } has nobody else. An administrator can invite people with /invite.
handover-done = { $mention } handles <b>{ $number }</b> now. The citizen was told.
extend-which = How many more working days for <b>{ $number }</b>? It can get { $count } more.

prompt-return = { $mention }, please <b>reply to this message</b> with a word of explanation; I then send it back ({ $reason }). { $number }
prompt-decline = { $mention }, please <b>reply to this message</b>: tell the citizen why this can’t be handled here, and why “{ $door }”. You see it before it is sent. { $number }
prompt-opinion = { $mention }, please <b>reply to this message</b> with your contribution; only the office in charge reads it. { $number }
prompt-extend = { $mention }, please <b>reply to this message</b> with the reason for { $count ->
        [one] 1 more working day
       *[other] { $count } more working days
    }; once agreed, the citizen reads it as it is. { $number }
prompt-defer = { $mention }, putting it off means that it can’t be done now and gets a date; a supervisor has to agree. Please <b>reply to this message</b> with the day and the plan, such as: 2027-03-01 the machine is replaced in spring, the money is set aside. Once agreed, the citizen reads it. { $number }
prompt-unsolved = { $mention }, please <b>reply to this message</b> with what you saw; the office reads it. { $number }
prompt-refuse = { $mention }, please <b>reply to this message</b> with your reasons ({ $asked }); the office reads them. { $number }
placeholder-return = Why it goes back
placeholder-decline = Your words to the citizen
placeholder-opinion = Your contribution
placeholder-extend = Why more time
placeholder-defer = The day and the plan
placeholder-unsolved = What you saw
placeholder-refuse = Your reasons

proposal-extend = more time
proposal-defer = putting it off
proposal-reply = the reply
proposal-resolve = closing it
proposal-extend-by =
    { $count ->
        [one] 1 more working day
       *[other] { $count } more working days
    }
proposal-defer-until = put off until { $day }
proposal-resolve-as = close it ({ $outcome })
proposed = <b>{ $number }</b>: { $what }. Approval was asked for; the result comes here.
preview-proposed = <b>{ $number }</b>: waiting for approval; it is sent to the citizen after that.
approve-head =
    <b>{ $number }</b>: { $name } asks for approval: <b>{ $what }</b>
    { $office } · { $headline }
approve-check = Please go and look: is it really solved?
approve-said = The citizen wrote: { $text }
approve-unchecked = This office has no on-site checker: before you agree, please make sure that it is really solved.
approve-dates = Due now: { $due ->
        [none] passed already
       *[other] { $due }
    }; if you agree: { $new_due }
approve-shown =
    { $stage ->
        [check] The office wants to write to the citizen:
       *[other] If you agree, the citizen reads:
    }
approve-soon = ⏰ <b>{ $number }</b>, { $what }: your decision is due soon, by { $due }. Please press a button above.
approve-over =
    <b>{ $number }</b>, { $what }: { $how ->
        [agreed] agreed by { $name }.
        [refused] { $name } did not agree.
        [unsolved] { $name } went to look, and it is not solved.
       *[taken_back] taken back by { $name }.
    }

toast-proposed = Waits for approval
toast-returned = Sent back
toast-recalled = Taken up again
toast-agreed = Agreed
toast-refused = Noted

refused-return-late = It could be sent back until { $due }, which has passed. Please handle it, or transfer it to the right office.
refused-already-proposed = Something waits for approval already: { $what } ({ $name }). Wait for the result, or press “Take the request back” on the card first.
refused-nothing-proposed = Nothing waits for approval on this case.
refused-extend-late = More time has to be asked for before the answer is due; this one was due by { $due }. Please answer the citizen first.
refused-extension-spent = A case can get { $limit } more working days in all; this one can get { $count } more.
refused-no-term = No due date is running for this case, so it needs no more time.
refused-deferrals-spent = A case can be put off { $limit } times at most, and this one has been. Please handle it, or explain to the citizen.
refused-no-day = There is no date in it. Please say until when, such as: 2027-03-01 the machine is replaced in spring.
refused-bad-day = The date must be later than today, and { $count } days away at most.
refused-no-plan = Please say what is planned as well, such as: 2027-03-01 the machine is replaced in spring.
refused-accused-office = This case is about { $office } itself, which can’t contribute to it.
refused-confidential = This case is confidential: only the General Desk lets other offices see it.
refused-support-only = { $office } is in charge of this case. As a contributing office, press “Write a contribution” on the card.
refused-same-handler = { $name } handles this case already.
