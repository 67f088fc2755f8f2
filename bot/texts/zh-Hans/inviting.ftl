# 邀请。

invite-made = { $office }{ $role }的邀请做好了，{ $until } 前有效，只能用一次。把下面这条转发给本人就行。
invite-link =
    您好，请您来做{ $office }的{ $role }。这是给您的邀请链接，点开再按“开始”：
    { $link }
    { $until } 前有效，只能用一次，请不要转给别人。
button-invites = 还没用的邀请（{ $count }）
invites-head = 还没有人用的邀请，共 { $count } 个：
invites-line = { $n }. { $role }，{ $until } 前有效{ $by ->
        [none] {""}
       *[other] ，{ $by }发的
    }
invites-none = 现在没有等着用的邀请。要邀请人，请发 /invite。
button-invite-withdraw = 收回 { $n }：{ $role }
toast-invite-withdrawn = 已收回，链接不能再用
toast-invite-over = 这个邀请已经用过或过期了
