# Every step has a command and a button; what goes to a citizen is looked at first

done-by-command = <b>{ $number }</b>: { $what }.
decision-after = It takes effect once you send it.
do-note = Internal note
do-complex = Call it complex
prompt-note = { $mention }, please <b>reply to this message</b> with a note for staff; the citizen won’t see it. { $number }
placeholder-note = For colleagues only
prompt-complex = { $mention }, a complex case gets more time; the citizen reads the new date and your reason. Please <b>reply to this message</b> with the reason. { $number }
placeholder-complex = The reason, for the citizen
refused-quicker = { $by ->
        [citizen] The citizen
        [system] The desk
       *[staff] { $name }
    } { $what } at { $at }.
