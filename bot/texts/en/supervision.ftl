# Reminders, supervision, escalation, a leader who takes a case over.

button-remind = Remind them
citizen-reminded =
    I have reminded <b>{ $office }</b> of <b>{ $number }</b>; they can see it. { $due ->
        [none] I’ll tell you when there is news.
       *[other] The answer is due by <b>{ $due }</b>; I’ll tell you when there is news.
    }
    If nothing happens, you can remind them again on the next working day.
remind-early =
    { $who ->
        [office] <b>{ $number }</b> has only just come to <b>{ $office }</b>.
       *[triage] <b>{ $number }</b> has only just come to the <b>General Desk</b>, which sends it on.
    }{ $due ->
        [none] {""}
       *[other] {" "}The answer is due by <b>{ $due }</b>.
    }
    If nothing has happened by { $next }, you can remind them.
remind-asked =
    <b>{ $number }</b> is waiting for your answer: “{ $question }”
    Just write it here; they go on when they have it.
refused-reminded = You have already reminded them of { $number }, and they can see it. If nothing happens, you can do so again from { $next }.
group-reminded =
    🔔 <b>{ $number }</b>: the citizen reminds you, no. { $count }. { $who ->
        [handler] { $mention }, please answer the citizen.
        [triage] It has not gone to an office yet; please assign this one first.
       *[office] Nobody has claimed it yet; please take this one first.
    }

citizen-supervised =
    <b>{ $number }</b> is now under supervision: besides { $who ->
        [office] <b>{ $office }</b>
       *[triage] the <b>General Desk</b>
    }, the supervisors keep an eye on it too.
    You don’t need to do anything; I’ll tell you when there is news.
citizen-escalated =
    <b>{ $number }</b> is still not done. It has been escalated and reported to their superiors.
    You don’t need to do anything; I’ll tell you when there is news.
citizen-taken-over =
    <b>{ $leader }</b> has taken <b>{ $number }</b> under their own care and sees to it that { $who ->
        [office] <b>{ $office }</b> works on it.
       *[triage] the <b>General Desk</b> sends it on.
    }
    You don’t need to do anything; I’ll tell you when there is news.
group-supervised =
    🔴 <b>{ $number }</b> is under supervision{ $name ->
        [none] {""}
       *[other] {" "}({ $name })
    }. { $who ->
        [handler] { $mention }, please take this one first.
        [triage] Please assign this one first.
       *[office] Nobody has claimed it yet; please take this one first.
    }
    { $name ->
        [none] {""}
       *[other] What is asked:{" "}
    }{ $text }
group-escalated =
    🔴 <b>{ $number }</b> has been <b>escalated</b>{ $name ->
        [none] {""}
       *[other] {" "}by { $name }
    } and reported to their superiors. { $who ->
        [handler] { $mention }, please take this one first.
        [triage] Please assign this one first.
       *[office] Nobody has claimed it yet; please take this one first.
    }
    { $name ->
        [none] {""}
       *[other] What is asked:{" "}
    }{ $text }
group-taken-over =
    ⭐ <b>{ $leader }</b> has taken <b>{ $number }</b> over. { $who ->
        [handler] { $mention }, please follow what they ask for.
        [triage] Please assign this one first.
       *[office] Nobody has claimed it yet; please take this one first.
    }
supervised-why = “{ $what }” was due by { $due }: { $over }.

rung-lead =
    ⏰ <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] {" "}({ $headline })
    } is overdue. Please look into it.
    { $office }: “{ $what }” was due by { $due }. { $who ->
        [handler] The handler is { $name }.
        [triage] It has not gone to an office yet.
       *[office] Nobody has claimed it yet.
    }{ $next ->
        [none] {""}
       *[other] {"\u000A"}If nothing has changed by { $next }, it will be put under supervision.
    }
rung-supervise =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] {" "}({ $headline })
    }{ $again ->
        [yes] {" "}is still overdue; it is under supervision already.
       *[no] {" "}stays overdue and is now under supervision.
    }
    { $office }: “{ $what }” was due by { $due }, { $over }. { $who ->
        [handler] The handler is { $name }.
        [triage] It has not gone to an office yet.
       *[office] Nobody has claimed it yet.
    }
rung-escalate =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] {" "}({ $headline })
    }{ $again ->
        [yes] {" "}is still not done; it was <b>escalated</b> before.
       *[no] {" "}is still not done under supervision, and has been <b>escalated</b>.
    }
    { $office }: “{ $what }” was due by { $due }, { $over }. { $who ->
        [handler] The handler is { $name }.
        [triage] It has not gone to an office yet.
       *[office] Nobody has claimed it yet.
    }
watch-supervised =
    🔴 { $name } has put <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] {" "}({ $headline })
    } under supervision; it is with { $office }.
    { $text }
watch-escalated =
    🔴 { $name } has <b>escalated</b> <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] {" "}({ $headline })
    }; it is with { $office }.
    { $text }
button-open-case = Open { $number }

card-supervised =
    🔴 <b>{ $level ->
        [escalated] Escalated
       *[supervised] Under supervision
    }</b> (since { $at }){ $text ->
        [none] {""}
       *[other] : { $text }
    }
card-reminded =
    { $count ->
        [one] 🔔 The citizen has reminded you once, on { $at }
       *[other] 🔔 The citizen has reminded you { $count } times, last on { $at }
    }
card-leader = ⭐ Taken over by <b>{ $leader }</b>

do-supervise = 🔴 Supervise
do-escalate = 🔴 Escalate
do-takeover = ⭐ A leader takes it
placeholder-supervise = What the office has to do
placeholder-escalate = Why, and what has to be done
placeholder-takeover = The leader, e.g. Vice Mayor Wang
prompt-supervise = { $mention }, under supervision all supervisors keep an eye on it, and the citizen is told so. Please <b>reply to this message</b> with what the office has to do; the citizen does not see that. { $number }
prompt-escalate = { $mention }, escalating goes one step beyond supervision: it is reported to their superiors, and the citizen is told so. Please <b>reply to this message</b> and say why, and what has to be done; the citizen does not see that. { $number }
prompt-takeover = { $mention }, a leader then sees to it in person; the office in charge stays the same. Please <b>reply to this message</b> with the leader’s name; the citizen sees it too. { $number }
supervise-done = <b>{ $number }</b> is under supervision; { $office } knows.
escalate-done = <b>{ $number }</b> has been escalated; { $office } knows.
takeover-done = <b>{ $number }</b>: the leader is on record; { $office } and the citizen will know.
