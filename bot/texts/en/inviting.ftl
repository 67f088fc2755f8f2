# Invitations.

invite-made = The invitation is ready: { $role }, { $office }. It is valid until { $until } and works once. Forward the message below to them.
invite-link =
    Hello, you are invited to be { $role }, { $office }. This is your invitation link; open it and press Start:
    { $link }
    Valid until { $until }, works once. Please don’t pass it on.
button-invites = Invitations not used yet ({ $count })
invites-head = Invitations that nobody has used yet: { $count }
invites-line = { $n }. { $role }, valid until { $until }{ $by ->
        [none] {""}
       *[other] , made by { $by }
    }
invites-none = No invitation is waiting to be used. /invite makes one.
button-invite-withdraw = Take back { $n }: { $role }
toast-invite-withdrawn = Taken back; the link no longer works
toast-invite-over = This invitation was used, or has expired
