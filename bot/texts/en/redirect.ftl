# The citizen changes the domain

button-redirect = Change subject
redirect-which = What is <b>{ $number }</b> about?
redirect-done = <b>{ $number }</b> is now with <b>{ $office }</b>.
citizen-redirected =
    { $who ->
        [office]
            <b>{ $number }</b> went to <b>{ $office }</b>, as you said.
            Next they pick it up; I tell you when they do.
       *[triage]
            <b>{ $number }</b> went to the <b>General Desk</b>.
            I tell you which office they pass it to.
    }
