# Groups: what is checked before one is bound, lost rights, another name.

bind-muted =
    I may not write in “{ $title }”, so it is not bound.
    An administrator of the group opens its name, Permissions, and allows “Send messages”; or opens me among the members and lifts my restrictions. Then send /bind there once more.
bind-public =
    This group is public: anybody can come in and read what citizens wrote. So it is not bound.
    Its owner opens its name, Edit, Group type, and makes it private; then send /bind once more.
bind-no-files = ⚠️ I may not send photos and files here, so citizens’ photos don’t arrive. An administrator of the group can allow “Send media” under Permissions.
group-muted =
    ⚠️ I am still in the group of { $offices }, but may not write there any more. The General Desk or the administrators get its cases for now.
    An administrator of the group opens its name, Permissions, and allows “Send messages”; or opens me among the members and lifts my restrictions. Then send /bind there once more, and the cards follow.
group-renamed = The group of { $offices } is called “{ $title }” now. It is still bound; nothing needs to be done.
