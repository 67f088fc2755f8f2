# The staff's /help: what matters most, and the commands by what one wants to do, unfolded by a button.

help-staff = In the group, <b>reply to a card</b> to write an answer. Before it is sent, you see it as the citizen will. The card has buttons for the rest.
help-begin =
    <b>Four steps to begin</b>
    1. /dept Make the offices yours: names, phones, places; add what is missing
    2. /invite Invite staff
    3. Make a group for each office and add them and me
    4. Send /bind in the group
help-press = What do you want to do? Press to see the commands.
button-help-begin = From the beginning
button-help-own = A request of my own
button-help-work = Work on a case
button-help-look = Find, duty
button-help-sort = Sort and send on
button-help-watch = Supervise, decide
button-help-offices = Offices, places
button-help-people = People, notices
button-help-machine = Automatic sorting
button-help-checks = Is all well?
help-work =
    <b>Work on a case</b> (buttons do the same)
    /claim NUMBER Claim: you handle it, and the citizen is told
    /reply NUMBER TEXT Reply; also as the words below a photo or a file
    /solved NUMBER TEXT Close it: solved
    /explained NUMBER TEXT Close it: explained
    /planned NUMBER TEXT Close it: planned
    /ask NUMBER TEXT Ask the citizen; the clock stops meanwhile
    /note NUMBER TEXT A note for staff only
    /correct NUMBER TEXT Correct an answer openly
    /template Reply templates; /template NUMBER those that fit
    /transfer NUMBER OFFICE Transfer
    /return NUMBER Send it back to the General Desk, which finds another office
    /extend NUMBER DAYS REASON Ask a supervisor for more time
    /defer NUMBER DATE PLAN Ask a supervisor to put it off to a day, when it can’t be done now
    /takeback NUMBER Take such a request back
    /recall NUMBER Take up again what was put off
    /reopen NUMBER Work again on what was closed
    /support NUMBER OFFICE Ask an office to contribute: it tells you, not the citizen
    /opinion NUMBER Write a contribution
    /handover NUMBER Hand it to a colleague (heads of office, dispatchers)
    /agree NUMBER, /refuse NUMBER Decide what was asked for (heads of office, supervisors)
    /reveal NUMBER See contact details
    /ack NUMBER Answer an emergency call
    /export NUMBER One case as a file
help-look =
    <b>Find, duty</b>
    /queue Your office’s cases
    /my What you have yourself
    /find WORDS, NUMBER or the last four digits of a phone Find a case
    /case NUMBER Open one case
    /knowledge Knowledge cards
    /summary Opened, done, going on, overdue (in private, heads of office)
    /duty See and set who is on duty
    /away When you are away: name a colleague who stands in
    /language Another language
help-sort =
    <b>Sort and send on</b>
    /transfer NUMBER OFFICE Send it to an office
    /decline NUMBER Don’t take it up: it ends here, and the citizen is told where to go
    /complex NUMBER REASON Call it complex: it gets more time, and the citizen is told
    /merge NUMBER MAIN-NUMBER Merge: the same matter, handled together
    /unmerge NUMBER Take it out again
    /split NUMBER Split: several matters in one, handled one by one
    /summarise NUMBER Say what a voice or a photo shows
    /record PHONE NAME File for a caller, the words in the next line
    /calls Follow-up calls (in private)
    /knowledge Answer with a knowledge card
    /accuse NUMBER OFFICE Say who is complained about: they no longer see it
    /seal NUMBER Make it confidential
    /rules What goes where
    /route TEXT Try where a text would go
    /label Label cases one by one and teach the machine (in private)
help-watch =
    <b>Supervise, decide</b>
    /summary Opened, done, going on, overdue (in private)
    /queue OFFICE The cases of that office
    /supervise NUMBER WORDS Put under supervision: all supervisors watch it, the citizen is told
    /escalate NUMBER WORDS Escalate: one step further, reported to their superiors
    /takeover NUMBER LEADER A leader sees to it in person; the citizen is told who
    /redo NUMBER The citizen objects: work on it again
    /uphold NUMBER The answer stands, and why
    /agree NUMBER, /refuse NUMBER Decide about more time or putting off
    /reveals NUMBER Who looked at contact details and confidential text (in private)
help-offices =
    <b>Offices, places</b>
    /dept Open, rename and close offices; their phones, and what is above them (in private)
    /bind OFFICE (sent in a group) Bind the group to an office
    /rules What goes where
    /route TEXT Try where a text would go
    /place NAME A code to hang up at a place (in private)
help-people =
    <b>People, notices</b>
    /invite ROLE OFFICE Make a one-time invitation link
    /staff Who works here; change a role or an office, hand over when somebody leaves
    /duty See and set who is on duty
    /broadcast TEXT Tell all staff; you see it before it goes
help-machine =
    <b>Automatic sorting</b>
    /label Label cases one by one and teach the machine
    /retrain Train anew from people’s labels; you compare before anything is switched
    /model See the versions
    /rollback Return to an older one
help-checks =
    <b>Is all well?</b>
    /status All is well, or what needs a look
    /summary Opened, done, going on, overdue
    /audit What staff did last
    /reveals NUMBER Who looked at contact details and confidential text
