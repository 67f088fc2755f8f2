# Follow-up by telephone, for callers without Telegram

command-calls = Follow-up calls
calls-wait = ☎️ { $count ->
        [one] 1 follow-up call is
       *[other] { $count } follow-up calls are
    } to be made. Dispatchers or supervisors: send me /calls in private. Whoever handled the case, and their office, should not make the call.
calls-head = ☎️ <b>Follow-up calls</b>: { $count }, the longest waiting first:
calls-none = There is nobody to call at the moment.
calls-others = { $count ->
        [one] 1 more was handled by you or your office and is
       *[other] { $count } more were handled by you or your office and are
    } for others to call.
button-call = { $number } try { $nth } { $headline }
call-head =
    ☎️ <b>{ $number }</b> · call no. { $nth } · phone { $phone }
    { $headline }
    Handled by { $office }
call-answer = Answered { $at } ({ $outcome }): { $text }
call-ask-contacted = <b>{ $nth }/3</b> Ask: did anybody contact you?
call-ask-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] Ask: was the explanation clear?
       *[solved] Ask: is the matter solved?
    }
call-ask-satisfaction = <b>{ $nth }/3</b> Ask: are you satisfied?
call-said = They said: { $choices }
call-words = Their words: { $text }
button-call-phone = Show the phone
button-call-missed = No answer
button-call-words = Note their words
button-call-no-words = Nothing more
call-over-thanks = Noted; please thank them for us. Their rating of <b>{ $number }</b> counts only in the totals; the office doesn’t see it.
call-over-why = They don’t accept the answer; a supervisor decides whether it is taken up again. What went wrong? Press “Note their words”, or “Nothing more”.
call-over-passed = Passed on to the supervisors. Once they have decided, please phone the citizen.
call-over-missed = Noted: no answer. Call again from { $again }; tries left: { $left }.
call-over-silent = Nobody answered in several tries: this one counts as not rated, and is not called again.
calls-kept = Noted, with their rating of <b>{ $number }</b>.
calls-passed-on = Noted. <b>{ $number }</b> went to the supervisors; once they have decided, please phone the citizen.
prompt-call = { $mention }, please <b>reply to this message</b> with what the citizen said on the phone. { $number }
placeholder-call = What the citizen said
