# One message, several cases.

do-split = Split…
prompt-split = { $mention }, please <b>reply to this message</b> with one paragraph for each matter and an empty line between them, { $limit } at most. The first stays with { $number }; each of the others becomes a case of its own.
placeholder-split = One paragraph a matter
split-head = <b>{ $number }</b> would become { $count } cases:
split-first = 1. <b>Stays with { $number }</b>: { $text }
split-new = { $n }. { $who ->
        [office] <b>New, to { $office }</b>: { $text }
       *[triage] <b>New, the General Desk finds the office</b>: { $text }
    }
split-after = Once confirmed, the citizen gets one message with every number and where it goes. All answers are due from the day the message first came.
split-done = <b>{ $number }</b> is split; new: { $numbers }. The citizen was told.
split-discarded = Cancelled; <b>{ $number }</b> is as it was.
split-replaced = See the newest one below. { $number }
button-split-yes = Split it
toast-split = Split
card-split = Split ({ $at }, { $name }): new { $numbers }. This case: { $text }
card-split-from = ✂️ Split off from <b>{ $number }</b>
refused-split-parts = Please write 2 to { $limit } paragraphs with an empty line between them; this has { $count }. Please reply once more.

citizen-split =
    In <b>{ $number }</b> you wrote about several matters. So that each has somebody to see to it, they are handled one by one now:
    { $parts }
    The time for the answers still counts from the day you first wrote. I’ll tell you how each of them goes.
split-line = <b>{ $number }</b> { $headline }: { $who ->
        [office] with { $office }
       *[triage] the General Desk finds the office
    }
