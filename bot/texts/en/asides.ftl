# Short words to a draft that are no part of it: thanks, a greeting, never mind.
draft-aside =
    { $what ->
        [thanks] You are welcome.{" "}
        [hello] I am here.{" "}
        [later] No hurry.{" "}
        [kept] Kept, all of it.{" "}
       *[progress] {""}
    }What you wrote is not submitted yet; here it is.
draft-give-up =
    What you wrote is not submitted yet. Cancel it?{ $at ->
        [none] {""}
       *[other] {"\u000A"}If you press nothing it is not lost: I submit it as it is on { $at }, and you can withdraw it afterwards.
    }
button-give-up = Cancel, don’t submit
button-keep-draft = Keep it
