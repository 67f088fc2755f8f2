# The citizen changes the domain

button-redirect = Change subject
redirect-which = What is <b>{ $number }</b> about?
redirect-done = <b>{ $number }</b> is now with <b>{ $office }</b>.
citizen-redirected =
    { $who ->
        [office]
            <b>{ $number }</b> went to <b>{ $office }</b>, as you said.
            Next, somebody there picks it up, and I’ll tell you when.
       *[triage]
            <b>{ $number }</b> went to the <b>General Desk</b>.
            They find the right office, and I’ll tell you which.
    }
