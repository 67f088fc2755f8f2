# The course of a case, for citizens and for the file

history-filed = { $at } received{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-dispatched = { $at } sent to { $office }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-claimed = { $at } picked up, work begins (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-transferred = { $at } passed to { $office }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-asked =
    { $at } { $words ->
        [yes] the citizen was asked: { $text }
       *[no] the office asked you something
    }
history-supplied = { $at } the answer came{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-added = { $at } more was added{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-replied = { $at } news of how it goes (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-resolved =
    { $at } { $outcome ->
        [solved] answered: solved
        [explained] answered: explained
       *[planned] answered: planned
    } (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-reopened = { $at } taken up again{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-noted = { $at } internal note (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-withdrawn = { $at } withdrawn{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-unreachable = { $at } messages no longer reach the citizen{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-reachable = { $at } messages reach the citizen again{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-graded = { $at } called complex, due later{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-missed = { $at } a date was missed{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-resumed = { $at } no answer came in time, work goes on{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-reckoned = { $at } the holidays changed, dates counted anew{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-returned = { $at } sent back to the General Desk{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-declined = { $at } not taken up: another way is open{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-redirected = { $at } now with { $office }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-supported = { $at } the contributing offices changed{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-proposed = { $at } sent for approval (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-agreed = { $at } agreed to (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-refused = { $at } refused (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-extended =
    { $at } { $days ->
        [one] given 1 more working day
       *[other] given { $days } more working days
    }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-deferred = { $at } put off until { $until }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-recalled = { $at } taken up again{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-merged = { $at } handled together with { $numbers }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-unmerged = { $at } handled on its own again{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-joined = { $at } { $numbers } joined{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-left = { $at } { $numbers } taken out{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-split = { $at } split into { $numbers }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-taken_over = { $at } under the care of { $leader }{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-handed_over = { $at } given to a colleague{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-released = { $at } back to be claimed{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-reminded = { $at } the office was reminded{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-supervised = { $at } under supervision{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-escalated = { $at } escalated{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-reopen_asked = { $at } the answer was not accepted, a supervisor decides{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-upheld = { $at } a supervisor looked at it, the answer stands{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-rated = { $at } rated by the citizen{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-closed = { $at } closed{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-corrected = { $at } answer corrected (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-summarised = { $at } summary written (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-accused = { $at } said who is complained about (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-sealed = { $at } confidentiality changed{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-revealed = { $at } contact shown (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-paged = { $at } duty officers called{ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-page_answered = { $at } answered by a duty officer (staff no. { $staff }){ $words ->
        [yes] : { $text }
       *[no] {""}
    }
history-left-out = ({ $count ->
        [one] 1 more step
       *[other] { $count } more steps
    } in between)
history-head = <b>What happened</b>
step-filed = ✅Received
step-work = { $past ->
        [yes] ✅Work
       *[no] Work
    }
step-watched = ✅Supervision
step-answer = { $past ->
        [yes] ✅Answer
       *[no] Answer
    }
step-follow-up = { $past ->
        [yes] ✅Follow-up
       *[no] Follow-up
    }
