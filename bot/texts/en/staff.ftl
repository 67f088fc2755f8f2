# To staff. To be understood at a glance.

status-triage = To be assigned
status-dispatched = To be claimed
status-in_progress = In progress
status-awaiting_citizen = Waiting for details
status-deferred = Put off
status-resolved = Answered
status-closed = Closed
status-withdrawn = Withdrawn
status-merged = Merged
status-declined = Not taken up

outcome-solved = Solved
outcome-explained = Explained
outcome-planned = Planned

no-domain = No domain yet
other-domain = None of the eight

card-meta = { $office } · received { $filed }{ $nth ->
        [1] {""}
       *[other] {" · "}request no. { $nth } from this citizen
    }
card-unbound = ⚠️ { $office } has no group at the moment; it is looked after here for now.
card-due = ⏱ { $what }: by { $due }
card-due-left = ⏱ { $what }: by { $due } ({ $left } left at { $now })
card-overdue = ⚠️ <b>Overdue</b>: { $what }, was due by { $due }
card-paused = ⏸ { $what }: waiting for the citizen, the clock stands still ({ $left } left)
left-days =
    { $count ->
        [one] 1 working day
       *[other] { $count } working days
    }
left-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
clock-triage = Assign
clock-acknowledge = Claim
clock-progress = News to the citizen
clock-resolve = Close
clock-decide = Decide
clock-deferral = Put off
clock-follow_up = Follow-up
clock-ladder = Supervision
card-files = Attached: { $files }
card-unread = Not in Chinese: the machine made no guess, please read it to find the office.
card-guess = Machine’s guess: { $guess }
card-guess-item = { $domain } { $percent }%
card-words = Based on: { $words }
card-guess-none = none of the eight { $percent }%
card-added = Added ({ $at }): { $text }
card-question = Citizen asked ({ $at }): { $text }
card-supplied = Citizen’s answer ({ $at }): { $text }
card-replied = Reply ({ $at }, { $name }): { $text }
card-resolved = Closed ({ $at }, { $name }, { $outcome }): { $text }
card-summarised = Summary ({ $at }, { $name }): { $text }
card-noted = Note ({ $at }, { $name }): { $text }
card-danger = 🔴 <b>Urgent: possible danger, look at this one first.</b>
card-unreachable = ⚠️ The citizen gets no messages: they have stopped or deleted the bot. Please phone them or use another way; once they are back, I’ll tell them the latest.
card-citizen-photo-only = (No text, see the attachments)
card-claimed = <b>{ $number }</b> was claimed by { $name }.
card-graded = <b>{ $number }</b> is a complex case now, to be closed by { $due }. The citizen was told why.
card-below = <b>{ $number }</b>: the newest card is below.
card-moved = <b>{ $number }</b> was passed to { $office }.

button-claim = Claim
button-reply = Reply
button-ask = Ask the citizen
button-ask-again = Ask again
button-transfer = Transfer
button-reopen = Reopen
button-recall = Take it up again
button-actions = More…
button-full = Full text
button-files = Files { $count }
button-other-offices = Other offices…
button-send = Send to the citizen
button-as-reply = Change to: stays open
button-as-solved = Change to: close · Solved
button-as-explained = Change to: close · Explained
button-as-planned = Change to: close · Planned
button-note = Internal note
button-discard = Cancel

placeholder-reply = Your answer to the citizen
placeholder-ask = Your question to the citizen
prompt-reply = { $mention }, please <b>reply to this message</b> with your answer to the citizen. { $number }
prompt-ask = { $mention }, please <b>reply to this message</b> with your question to the citizen. { $number }
prompt-offices = Which office should <b>{ $number }</b> go to?
preview-head = <b>{ $number }</b>: this is what the citizen will see.
preview-reply = Send it to the citizen, or keep it as an internal note? Once sent, the case stays open.
preview-solved = Once sent, the case is <b>closed (Solved)</b>.
preview-explained = Once sent, the case is <b>closed (Explained)</b>.
preview-planned = Once sent, the case is <b>closed (Planned)</b>.
preview-ask = Once sent, the case is “Waiting for details” until the citizen answers.
preview-note-only =
    <b>{ $number }</b> is “{ $status }” now, so the citizen can’t be answered directly.{ $state ->
        [triage] {" "}Assign it to an office first, which then answers.
        [deferred] {" "}To answer, press “Take it up again” first.
        [resolved] {" "}To answer again, press “Reopen” on the card first.
       *[ended] {""}
    }
    You can keep this as an internal note:
preview-sent = <b>{ $number }</b>: sent to the citizen.
preview-noted = <b>{ $number }</b>: kept as an internal note. The citizen can’t see it.
preview-discarded = Cancelled; the citizen received nothing.

group-supplied = <b>{ $number }</b>: the citizen answered: { $text }
group-not-sent = ⚠️ <b>{ $number }</b>: the last message to the citizen could not be sent; they have not seen it. Please send it again in other words.
group-added-after = <b>{ $number }</b> was closed, and the citizen writes again: { $text }
group-added = <b>{ $number }</b>: the citizen added: { $text }
group-withdrawn = <b>{ $number }</b>: the citizen withdrew it. Nothing more to do.
group-unreachable = ⚠️ <b>{ $number }</b>: the last message did not reach the citizen, who stopped or deleted the bot.

group-due-soon =
    ⏰ <b>{ $number }</b>: “{ $what }” is due soon, by { $due }. { $who ->
        [handler] { $mention }, please see the card.
        [triage] It has not gone to an office yet; please assign it on the card.
       *[office] Nobody has claimed it yet; please claim it on the card.
    }
group-missed =
    ⚠️ <b>{ $number }</b> is overdue: { $clocks }. { $told ->
        [yes] The citizen was told so.{" "}
       *[no] {""}
    }{ $who ->
        [handler] { $mention }, please answer the citizen first.
        [triage] It has not gone to an office yet; please assign this one first.
       *[office] Nobody has claimed it yet; please take this one first.
    }
late-clock = “{ $what }” was due by { $due }
group-resumed =
    ⏰ <b>{ $number }</b>: the citizen has not answered, and the time to wait is over. The clock runs again{ $due ->
        [none] .
       *[other] : close it by { $due }.
    } { $who ->
        [handler] { $mention }, please go on with what you know.
       *[office] Please go on with what you know.
    }

digest-head = ☀️ <b>{ $office }</b>
digest-counts = To be claimed { $waiting } · Due today { $today } · Overdue { $overdue }
digest-overdue = ⚠️ Overdue: { $numbers }{ $more ->
        [0] {""}
       *[other] , and { $more } more
    }
digest-how = /queue shows all, /case NUMBER opens one.
digest-city = ☀️ <b>The whole { $unit }</b> { $now }
digest-city-counts = To be assigned { $waiting } · Due today { $today } · Overdue { $overdue }
digest-office = { $office }: due today { $today }, overdue { $overdue }
digest-late = ⚠️ Overdue, please look after them{ $more ->
        [0] {""}
       *[other] {" "}(and { $more } more)
    }:
digest-case = { $number } · { $office } · was due by { $due }

bundle-head =
    { $count ->
        [one] 1 new case. Press the number for details:
       *[other] { $count } new cases. Press a number for details:
    }
bundle-line = <b>{ $number }</b> · { $domain } · { $headline }

toast-claimed = Claimed
toast-sent = Sent
toast-noted = Noted
toast-transferred = Transferred
toast-reopened = Reopened
toast-opened = See below
actions-head = <b>{ $number }</b>, you can also:
actions-none = <b>{ $number }</b>: there is nothing else for you to do now.
toast-cancelled = Cancelled
toast-done = Done

full-text-name = { $number } full text.txt
reply-which = Please reply to the card of one case, or use /reply NUMBER TEXT.

start-staff = Hello { $name } (staff no. { $staff }). If you have a request of your own, you can write it here too.

refused-move =
    This case is “{ $status }” { $first ->
        [done] already; there is nothing to do.
        [claim] now. Claim it first, then you can { $action }.
        [dispatch] now. Assign it to an office first, then you can { $action }.
        [recall] now. Take it up again first, then you can { $action }.
        [reopen] now. Reopen it first, then you can { $action }.
       *[none] now, so you can’t { $action }.
    }
refused-not-allowed = You can’t do this: the case belongs to another office, or the step is for another role. If you need it, please ask an administrator.
refused-admin-only = Only an administrator can do this.
refused-own-invitation = You made this invitation for somebody else, and it is still good. Please pass the link on; they must open it.
refused-not-invited = This is for staff. If you are staff, please ask an administrator for an /invite link. To tell us about a problem, just write to me in private.
refused-anonymous = You are posting anonymously, as a group or a channel, so I can’t tell who you are. Please post as yourself and try again.
refused-no-such-case = I can’t find this number. Please check it; a number looks like 261121-0042.
refused-already-claimed = { $name } has claimed this one already.
refused-already-yours = You have claimed this one already.
refused-locked = Offices have passed this case on twice; only the General Desk moves it now. Write what you think as a note.
refused-already-graded = The time for this case was changed already; it can’t be changed again.
refused-too-late = A case can be called complex until { $due }; that has passed.
refused-already-moved = { $name } has already sent this one to { $office }.
refused-same-department = This one is with { $office } already; no transfer is needed.
refused-no-such-department = There is no office called “{ $name }”. You can use: { $names }
refused-stale-button = This button is out of date. Please see the newest message.
refused-bad-code = This invitation doesn’t work: it may have been used or have expired. Please ask the administrator for a new one. To tell us about a problem, just write it down.
refused-empty = There is nothing in it. Please write some text and send it again.
refused-too-long = Too long: { $limit } characters at most, this has { $length }. Please shorten it, or send it in two parts.
refused-usage = Please write it like this: { $example }

# These complete “…, so you can’t …”.
action-claim = claim it
action-dispatch = assign it
action-transfer = transfer it
action-ask = ask the citizen
action-supply = add to it
action-add = add to it
action-reply = reply
action-resolve = answer it in full
action-answer = answer it at once
action-reopen = reopen it
action-note = add a note
action-withdraw = withdraw it
action-lose_touch = mark it
action-find_again = mark it
action-grade = call it complex
action-miss = mark it
action-resume = mark it
action-reckon = mark it
action-return = send it back
action-decline = decline it
action-redirect = change its domain
action-support = ask another office to contribute
action-propose = ask for approval
action-agree = agree to it
action-refuse = refuse it
action-extend = give it more time
action-defer = put it off
action-recall = take it up again
action-merge = merge it
action-unmerge = take it out again
action-join = join it
action-leave = take it out again
action-split = split it
action-take_over = put it under a leader
action-hand_over = give it to a colleague
action-release = put it back for others to claim
action-remind = remind the office
action-supervise = supervise it
action-escalate = escalate it
action-ask_reopen = ask to reopen it
action-uphold = uphold the answer
action-rate = rate it
action-close = close it
action-end = end it
action-correct = correct the answer
action-summarise = write a summary
action-accuse = say who is complained about
action-seal = make it confidential
action-reveal = show the contact
action-page = page the duty officer
action-answer_page = answer the page

# Shown as it is.
plain-text = { $text }
prompt-dropped = Cancelled; nothing was done. Press the button again whenever you want to.
