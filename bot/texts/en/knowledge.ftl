# Knowledge cards: what is asked often and has a settled answer

command-knowledge = Knowledge cards
do-knowledge = Answer from a card
knowledge-head = <b>Knowledge cards</b>, those past their time first (⚠️):
knowledge-none = There are no knowledge cards yet.
knowledge-how =
    To add one (heads of office, dispatchers):
    /knowledge the question
    the answer
    source: document or policy
    until: 2027-12-31 (may be left out)
knowledge-example =
    /knowledge How do I get a disability card
    Take your identity card and a photo to …
    source: rules on disability cards
    until: 2027-12-31
knowledge-card =
    <b>{ $question }</b>
    { $answer }

    Source: { $source }
    Kept by { $owner }{ $until ->
        [none] {""}
       *[other] , valid until { $until }
    }{ $holds ->
        [yes] {""}
       *[no] . ⚠️ Past its time: it can’t be used for answers
    }
knowledge-retired = The card “{ $question }” was withdrawn.
knowledge-offer = <b>{ $number }</b> could be answered from these cards. Open one to see what the citizen will read:
knowledge-no-offer = No card fits <b>{ $number }</b>. /knowledge shows them all.
knowledge-answer =
    { $answer }
    (Based on: { $source })
button-retire = Withdraw
