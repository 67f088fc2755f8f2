# /route and /rules: what goes where.

command-route = Try where a text would go
command-rules = What goes where
route-example = My mother’s care home in Qinghe County is too expensive
route-head = Only tried out, nothing was filed:
route-text = <blockquote>{ $text }</blockquote>
route-to = It would go to <b>{ $office }</b>.
route-apart = It seems to complain about { $offices }, so it does not go to them: the General Desk assigns it.
route-guess = { $domain } { $percent }%
route-domain = Domain: { $guesses }
route-no-domain = none of the eight
route-words = Based on: { $words }
route-topic = Topic: { $topic } { $percent }%
route-place =
    { $place ->
        [none] Place: none named, or more than one
       *[other] Place: { $place }
    }
route-likely = The General Desk sees first: { $offices }
route-urgent-sure = Somebody seems to be in danger: it is handled as an emergency, and those on duty are called at once.
route-urgent-asked = The citizen is asked first whether anybody is in danger now.
rule-wordless = There are no words, so the General Desk assigns it.
rule-unsure = The guess is not sure enough, so the General Desk assigns it.
rule-none = The citizen said that no domain fits, so the General Desk assigns it.
rule-nobody = No office leads this domain, so the General Desk assigns it.
rule-city = No office below leads this domain: it has the whole { $unit }.
rule-local = The office of that place leads this domain.
rule-up = No office of that place leads this domain, so the one above does.
rule-nowhere = Offices below lead it too, but no place is known, so the { $unit }’s gets it. Before submitting, the citizen is asked where it is.
rules-head =
    <b>What goes where</b>
    Domains, straight away where the guess is sure:
rules-topics = Topics, assigned by the General Desk:
rules-nobody = Topics that no office has: { $topics }
rules-line =
    { $matter }: { $office }{ $below ->
        [0] {""}
        [one] , and { $below } below
       *[other] , and { $below } below
    }
rules-rest =
    Where there are offices below, those of the place named get it: tap below to see them.
    /route and a text: try where it would go.
rules-matter =
    <b>{ $matter }</b>
    In the { $unit }: { $office }
rules-at = { $places }: { $office }
rules-places =
    { $places }{ $more ->
        [0] {""}
       *[other] {" "}and more
    }
button-rules-back = Back
route-not-chinese = This text is not in Chinese. The model that comes with Minsheng reads only Chinese, so a person at the General Desk finds the office; citizens can also choose the subject by a button.
