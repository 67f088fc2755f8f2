# Follow-up, closing, reopening and upholding.

follow-up-head =
    <b>{ $office }</b> has answered <b>{ $number }</b> ({ $headline }). How did it go? Three questions, one press each.
    Those who handled it can’t see what you choose, only totals.
follow-up-contacted = <b>{ $nth }/3</b> Did anybody contact you?
follow-up-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] Was it explained clearly?
       *[solved] Is the problem solved?
    }
follow-up-satisfaction = <b>{ $nth }/3</b> Are you satisfied?
follow-up-said = Your choice: { $choices }
follow-up-words = You wrote: { $text }
follow-up-thanks = Thank you, your rating of <b>{ $number }</b> is on record. If there is more to say, reply to this message with words or photos.
follow-up-why =
    That is on record. I’ll ask a supervisor whether <b>{ $number }</b> is to be worked on again.
    Please write here what is not right, or send a photo, and I’ll pass it on; if it is worked on again, those who handle it will see it. Nothing to add? Press “Submit as it is”.
follow-up-why-again =
    You disagree with the decision on <b>{ $number }</b>. I’ll ask a supervisor to look once more.
    Please write here why, or send a photo, and I’ll pass it on. Nothing to add? Press “Submit as it is”.
follow-up-passed-on = <b>{ $number }</b> is with a supervisor now.
follow-up-kept = That is kept with <b>{ $number }</b>.

button-follow-up-contacted =
    { $choice ->
        [yes] Somebody did
       *[no] Nobody did
    }
button-follow-up-solved =
    { $kind ->
        [explained] { $choice ->
            [yes] It is clear
           *[no] It is not clear
        }
       *[solved] { $choice ->
            [yes] Solved
           *[no] Not solved
        }
    }
button-follow-up-satisfaction =
    { $choice ->
        [yes] Satisfied
        [mostly] Mostly satisfied
       *[no] Not satisfied
    }
button-follow-up-reset = Choose again
button-follow-up-submit = Submit as it is
button-follow-up-again = I disagree
button-follow-up-rate = Rate it

citizen-reopen-asked =
    What you say about <b>{ $number }</b> is with a supervisor now. { $due ->
        [none] They decide whether it is worked on again or the answer stands.
       *[other] By <b>{ $due }</b> they are to decide whether it is worked on again or the answer stands.
    } I’ll tell you then.
citizen-upheld =
    <b>{ $number }</b>: a supervisor has looked at it, and the answer of <b>{ $office }</b> stands. The reason:
    
    { $text }
    
    Staff no. { $staff }. { $again ->
        [yes] If you disagree, press “I disagree”, and a supervisor looks once more. If you agree, there is nothing to do.
       *[no] If there is a new problem, just write to me again.
    }
citizen-closed =
    { $ended ->
        [confirmed] <b>{ $number }</b> is closed. If there is a new problem, just write to me again.
        [upheld] <b>{ $number }</b>: the answer stands. I did not hear from you again, so it is closed. If there is a new problem, just write to me again.
        [route]
            <b>{ $number }</b>: a supervisor has looked once more. The answer stands, and we do not work on it again here. The reason:
            
            { $text }
            
            Staff no. { $staff }. There is another way open to you. { $route }
       *[not_rated] <b>{ $number }</b> is closed, as no rating came from you. Silence does not count as satisfied. You can still press “Rate it” below.
    }

# Supervisors

reopen-request =
    ⚠️ <b>{ $number }</b> ({ $headline }): { $nth ->
        [none] the citizen does not accept the answer. Please decide: work on it again, or uphold.
       *[other] another citizen ({ $nth } by now) does not accept the answer either. Please decide for all: work on it again, or uphold.
    }
    { $office }{ $handler ->
        [none] {""}
       *[other] , handled by { $handler }
    }
reopen-request-answer = Answer ({ $at }, { $outcome }): { $text }
reopen-request-words = The citizen says: { $text }
reopen-request-no-words = The citizen gave no reason.
reopen-request-due =
    { $due ->
        [none] Please decide soon.
       *[other] Please decide by { $due }.
    }{ $last ->
        [yes] {" "}It was upheld once before: to uphold it again ends the case, and you name the way that is left.
       *[no] {""}
    }
reopen-decided =
    <b>{ $number }</b>: { $name } has decided. { $what ->
        [reopened] It is worked on again.
        [upheld] The answer stands; the citizen was told the reason.
       *[closed] The case has ended; the citizen was told the reason and the way that is left.
    }
end-which-route = To uphold <b>{ $number }</b> again ends it. Which way is left to the citizen?
button-redo = Work on it again
button-uphold = Uphold
button-end = Uphold and end
button-card = Card
prompt-uphold = { $mention }, please <b>reply to this message</b> with the reason for upholding; the citizen reads it. { $number }
placeholder-uphold = The reason for upholding
prompt-end = { $mention }, please <b>reply to this message</b> and say why it is not worked on again; the citizen reads it. How to go on (“{ $route }”) I’ll add. { $number }
placeholder-end = Why it is not worked on again
decide-due-soon =
    ⏰ <b>{ $number }</b>: { $what ->
        [reopening] the citizen does not accept the answer. Work on it again, or uphold?
       *[proposal] a proposal waits. Agree or not?
    } Please decide by { $due }.
decide-missed =
    ⚠️ <b>{ $number }</b>: { $what ->
        [reopening] the citizen does not accept the answer. Work on it again, or uphold?
       *[proposal] a proposal waits. Agree or not?
    } This was to be decided by { $due }, and is not.
follow-up-left-words = <b>{ $number }</b>: the follow-up has ended without a rating, but the citizen wrote: { $text }

# Offices

group-reopened =
    <b>{ $number }</b> is to be worked on again.{ $text ->
        [none] {""}
       *[other] {" "}The citizen says: { $text }
    }
    { $who ->
        [handler] { $mention }, please go on{ $due ->
            [none] .
           *[other] ; the answer is due by { $due }.
        }
       *[office] The handler is no longer here. Please, somebody go on{ $due ->
            [none] .
           *[other] ; the answer is due by { $due }.
        }
    }
card-reopened = Reopened ({ $at }, { $name }), the citizen says: { $text }
rates = Follow-ups this month: { $whole }. { $parts } · satisfied { $satisfied }, mostly { $mostly }: { $percent }% (mostly counts { $weight })
rate-contacted = contacted { $part }/{ $whole } ({ $percent }%)
rate-solved = solved { $part }/{ $whole } ({ $percent }%)
rate-clear = explained clearly { $part }/{ $whole } ({ $percent }%)

refused-supervisor-only = Supervisors and administrators decide whether a case is worked on again.
refused-own-matter = This is your own matter. Please let another supervisor decide.
refused-already-decided =
    { $name } has decided already: { $what ->
        [reopened] it is worked on again.
        [upheld] the answer stands.
       *[closed] the case has ended.
    }
refused-already-rated = Your rating is on record. Thank you.
refused-follow-up-over = Something has changed since, so there is nothing to press here any more. Send /mycases to see how things stand.
