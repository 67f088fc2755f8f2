# 邀請。

invite-made = { $office }{ $role }的邀請做好了，{ $until } 前有效，只能用一次。把下面這則轉傳給本人就好。
invite-link =
    您好，請您來做{ $office }的{ $role }。這是給您的邀請連結，點開再按「開始」：
    { $link }
    { $until } 前有效，只能用一次，請不要轉給別人。
button-invites = 還沒用的邀請（{ $count }）
invites-head = 還沒有人用的邀請，共 { $count } 個：
invites-line = { $n }. { $role }，{ $until } 前有效{ $by ->
        [none] {""}
       *[other] ，由{ $by }產生
    }
invites-none = 現在沒有等著用的邀請。要邀請人，請輸入 /invite。
button-invite-withdraw = 收回 { $n }：{ $role }
toast-invite-withdrawn = 已收回，連結不能再用
toast-invite-over = 這個邀請已經用過或過期了
