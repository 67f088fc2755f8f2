# The case card: one screen of a phone

card-head = <b>{ $number }</b> · { $about } · <b>{ $status }</b>
card-owner =
    { $who ->
        [triage] With { $office }
       *[office] In charge: { $office }
    }{ $name ->
        [none] {""}
       *[other] {" · "}{ $name } ({ $staff })
    }
card-came = Received { $filed }{ $nth ->
        [1] {""}
       *[other] {" · "}request no. { $nth } from this citizen
    }{ $phone ->
        [none] {""}
       *[other] {" · "}phone { $phone }
    }
card-last = Last: { $at }, { $by ->
        [citizen] the citizen
        [system] the desk
       *[staff] { $name }
    } { $what }

type-complaint = complaint
type-help = call for help
type-question = question
type-proposal = proposal
type-report = report
grade-complex = complex

did-dispatched = assigned it
did-claimed = claimed it
did-transferred = transferred it
did-redirected = changed its domain
did-recalled = took it up again
did-agreed = agreed to what was proposed
did-handed_over = gave it to a colleague
did-unmerged = took it out of another case
did-graded = called it complex
did-sealed = changed whether it is confidential
did-withdrawn = withdrew it
did-supported = changed who contributes
did-left = took one case out
did-page_answered = answered the page
did-asked = asked the citizen
did-supplied = answered the question
did-replied = replied
did-resolved = answered it in full
did-reopened = reopened it
did-returned = sent it back
did-declined = declined it
did-extended = gave it more time
did-deferred = put it off
did-merged = merged it
did-split = split it
did-closed = closed it
did-proposed = asked for approval
did-refused = did not agree to what was proposed
