# Which request words belong to: still asked, another one, something else

button-other-matter = 🆕 This is something else
toast-other-matter = All right, see the new one below
citizen-detached =
    All right, this is not part of <b>{ $number }</b> any more. { $who ->
        [office] <b>{ $office }</b> will be told.
       *[triage] The <b>General Desk</b> will be told.
    } I wrote it down as a new request, just below: look it over, then press “Submit”.{ $question ->
        [none] {""}
       *[other] {"\u000A"}They still want to know: “{ $question }” To answer, reply to this message.
    }
group-detached =
    <b>{ $number }</b>{ $lead ->
        [none] {""}
       *[other] {" "}(part of <b>{ $lead }</b>)
    }: the citizen says that the earlier { $was ->
        [answer] answer
       *[addition] addition
    }{ $text ->
        [none] {""}
       *[other] {" "}“{ $text }”
    }{ $files ->
        [none] {""}
       *[other] {" "}({ $files })
    } is about something else and no part of this case.{ $left ->
        [asked] {" "}Your question is still waiting for the citizen.
        [answered] {" "}You have written to them since: please read that again, and correct what is wrong.
        [ask] {" "}If you still need an answer, please ask again.
       *[none] {""}
    }
card-detached = About something else, says the citizen ({ $at }): { $text }
did-detached = said the answer was about something else
history-detached = { $at } something was about another matter and was taken out{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
refused-already-apart = This was taken out already.
refused-too-late-apart = This has been with the office for more than a day. If it is about something else, please write it to me again as a new request.
refused-draft-full = What you are writing has no room for this. Please submit that first, then press this button.
action-detach = move it to a request of its own
action-unanswer = move it to a request of its own

button-answer-about = ↩️ Answer { $number } { $headline }
button-more-cases = ➕ Add to another one…
draft-which-case = Which request is this about?

small-later = No hurry. Write to me whenever you can.
still-asked =
    <b>{ $office }</b> is still waiting for your answer on <b>{ $number }</b>: “{ $question }”
    Just write it here.{ $until ->
        [none] {""}
       *[other] {" "}If there is no answer by <b>{ $until }</b>, they go on with what they have.
    }
