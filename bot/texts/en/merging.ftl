# Cases handled as one. First what citizens read, then staff.

citizen-merged =
    <b>{ $number }</b> { $lead ->
        [none] is the same matter that others reported, and is now handled together with theirs
       *[other] is the same matter as your <b>{ $lead }</b>, and is now handled together with it; see <b>{ $lead }</b> for how it goes
    }. { $who ->
        [office] <b>{ $office }</b> is in charge
       *[triage] The <b>General Desk</b> finds the right office
    }; { $due ->
        [none] I’ll tell you when there is news.
       *[other] the answer is due by <b>{ $due }</b>.
    }
    { $lead ->
        [none] Your number stays the same, and I’ll tell you every answer separately. If your situation is different and should be handled on its own, press “Handle it separately”.
       *[other] If they are not the same matter, press “Handle it separately”.
    }
together-receipt =
    We have it. The number is <b>{ $number }</b>.
    It is handled together with the same matter that others reported; { $who ->
        [office] <b>{ $office }</b> is in charge
       *[triage] the <b>General Desk</b> finds the right office
    }. I’ll tell you every answer separately.{ $due ->
        [none] {""}
       *[other] {"\u000A"}You get an answer by <b>{ $due }</b>. If that doesn’t work out, I’ll tell you so.
    }
citizen-unmerged =
    { $who ->
        [office] <b>{ $number }</b> is now handled on its own, by <b>{ $office }</b>. Next, somebody there picks it up, and I’ll tell you when.
       *[triage] <b>{ $number }</b> is now handled on its own. The <b>General Desk</b> finds the right office, and I’ll tell you which.
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}You get an answer by <b>{ $due }</b>.
    }
together-case =
    { $lead ->
        [none] It is handled together with the same matter that others reported. I’ll tell you every answer separately.
       *[other] It is handled together with your <b>{ $lead }</b>; see <b>{ $lead }</b> for how it goes.
    }
together-closed =
    The matter that <b>{ $number }</b> was handled with is closed.
    If the problem is still there for you, press “Handle it separately”, and it goes to an office again. You can also just reply to this message.
button-alone = Handle it separately
button-together = 🤝 Others reported this too: handle it together
draft-like =
    { $count ->
        [one] 1 person has
       *[other] { $count } people have
    } reported what looks like the same matter: { $what ->
        [none] {""}
       *[other] { $what },{" "}
    }{ $who ->
        [office] with <b>{ $office }</b>
       *[triage] with the <b>General Desk</b>
    }, first received on { $since }.
    If it is the same, it can be handled together: you get a number of your own, and I’ll tell you every answer separately. If not, press “Submit”.
draft-filed-alone = That matter has just ended, so yours is submitted as a request of its own. The number is <b>{ $number }</b>.

do-merge = Merge…
do-unmerge = Take out
button-merge-into = { $number } { $headline }
merge-choice = Which case should <b>{ $number }</b> be part of? These look like the same matter: press one, or <b>reply to this message</b> with the number of another.
prompt-merge = { $mention }, nothing looks like the same matter. Please <b>reply to this message</b> with the number of the case it should be part of. { $number }
placeholder-merge = Number of the main case
merge-done = <b>{ $number }</b> is now part of <b>{ $lead }</b>. The citizen was told.
card-into = 🔗 Part of <b>{ $lead }</b>, handled together
card-joined = 🔗 { $count ->
        [one] 1 case joined
       *[other] { $count } cases joined
    }: { $numbers }{ $more ->
        [0] {""}
       *[other] , and { $more } more
    }
preview-joined = ⚠️ { $count ->
        [one] One more citizen reads this too
       *[other] { $count } more citizens read this too
    }. Please leave out what concerns one citizen alone.
group-joined-added =
    <b>{ $number }</b> (part of <b>{ $lead }</b>): { $done ->
        [yes] answered, and the citizen writes again
       *[no] the citizen added
    }: { $text }
group-joined-withdrawn = <b>{ $number }</b> (part of <b>{ $lead }</b>): the citizen withdrew it. <b>{ $lead }</b> goes on.
group-heir =
    🔗 { $count ->
        [one] The case that was part of <b>{ $lead }</b> goes on
       *[other] The { $count } cases that were part of <b>{ $lead }</b> go on
    }; <b>{ $number }</b> is the main case now. { $who ->
        [handler] { $mention }, please claim it.
       *[office] Please claim it.
    }
toast-merged = Merged
toast-unmerged = Taken out

refused-merge-same = A case can’t be part of itself.
refused-merge-over = { $number } has been answered or has ended, so nothing can be part of it any more.
refused-merge-merged = { $number } is itself part of another case. Please take that one.
refused-merge-apart = These two can’t be merged: reports, confidential cases, and cases that an office must not see stay separate.
refused-merge-urgent = This is an emergency, and would wait longer as part of { $number }. It can be done the other way round.
