calls-wait = ☎️ 待電話訪查 { $count } 案。分派人員或督導人員私人對話我輸入 /calls 看清單；負責職員和負責部門不打這通電話。
calls-others = 另有 { $count } 案是您或您的部門負責的，由別人打。
call-head =
    ☎️ <b>{ $number }</b> 第 { $nth } 次打 · 電話 { $phone }
    { $headline }
    負責：{ $office }
call-said = 市民選的：{ $choices }
call-words = 市民說的：{ $text }
call-over-thanks = 記下了，請替我們謝謝市民。<b>{ $number }</b> 的評價只進總數，負責職員看不到。
call-over-why = 市民不認同回覆，我請督導決定要不要重辦。哪裡沒辦好，按「記下原話」寫下市民的話；沒有別的話也請按一下。
call-over-passed = 已轉給督導。決定以後，請打電話告訴市民。
call-over-silent = 打了幾次都沒人接，這一宗算「沒有評價」，不再打了。
calls-passed-on = 記下了。<b>{ $number }</b> 已轉給督導，決定以後請打電話告訴市民。
prompt-call = { $mention }，請<b>回覆這則訊息</b>寫下市民在電話裡說的話。{ $number }
placeholder-call = 市民說的話
