# What citizens can press instead of writing a command: the menu, and which request.

button-privacy = Privacy
button-help = Help
button-case-about = { $number } { $headline }
which-case =
    { $verb ->
        [add] Which request do you want to add to?
        [remind] Which request is the reminder about?
       *[withdraw] Which request do you want to withdraw?
    }
which-none =
    { $verb ->
        [add] You have no request that can be added to. Whatever you want to say, just write it: it becomes a new one.
        [remind] You have no open request, so there is nothing to remind anybody of. If something is wrong, just write it here.
       *[withdraw] You have no request that can be withdrawn.
    }
command-add = Add to a request
command-privacy = Who sees what
citizen-latest-question = They are still waiting for your answer to this: { $text } Just write it here; then they go on.

# How a request stands, in the citizen’s words
own-status-triage = Finding the right office
own-status-dispatched = With the office
own-status-in_progress = Being worked on
own-status-awaiting_citizen = Waiting for your answer
own-status-deferred = Put off for now
own-status-resolved = Answered
own-status-closed = Closed
own-status-withdrawn = Withdrawn
own-status-merged = Handled with others like it
own-status-declined = Not handled here
refused-own-move = This request is “{ $status }” now, so you can’t { $action }. If there is something to say, just write to me.
