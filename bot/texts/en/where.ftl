where-is = Place: { $place }
where-spot = The position you sent goes along, but I can’t tell from it which { $kind ->
        [township] township
       *[county] district (county)
    } it is.
where-which = Which { $kind ->
        [township] township
       *[county] district (county)
    } is this in? Pick one, and it goes straight to the office there. You can also submit without.
where-within = Which township in { $place }? Pick one, and it goes straight to the office there. You can also submit without.
button-where-skip = Skip
button-where-list = { $kind ->
        [township] Pick the township
       *[county] Pick the district
    }
button-where-other = Wrong place
button-where-none = None of these
