# 民眾看自己的情況：工作人員看得到什麼、誰看過；留下或收回手機號碼。

privacy =
    <b>工作人員看得到什麼</b>
    · 您寫的話、傳的照片和檔案、位置。裡面的電話號碼和證件號碼，會自動遮住一部分。
    · 看不到您的 Telegram 名稱、帳號和大頭貼。
    · 辦理紀錄會長期保存，不會自動刪除。沒有送出就取消的，不會轉給任何單位。
privacy-phone =
    您留了手機號碼：{ $phone }。工作人員看到的就是這樣，中間遮住了。承辦人需要聯絡您時可以看完整號碼，每看一次都有紀錄。
    收回以後，他們就看不到了；已經看過的收不回來。
privacy-no-phone = 您沒有另外留手機號碼。想留的話，按 📎，選「聯絡人」，傳您自己的名片。
privacy-looks = <b>誰看過您的聯絡方式或保密內容</b>
privacy-look =
    · { $at } { $office }職員編號 { $staff }，看了 { $number } 的{ $what ->
        [contact] 聯絡方式
       *[text] 保密內容
    }
privacy-no-looks = 還沒有人看過您的聯絡方式或保密內容。誰看了，這裡會列出來。
privacy-seal = 保密的事，群組裡只顯示編號和類別，只有經手的人（承辦、分派、督導，審核答覆的，接緊急呼叫的）能個別打開看。正在寫的，按草稿下面的「🔒 保密」；已經送出的，能改的在下面。
privacy-phone-gone = 手機號碼收回了，工作人員從現在起看不到。想再留，再傳一次自己的名片就好。
privacy-phone-none = 您現在沒有留手機號碼，沒有要收回的。
button-phone-back = 收回手機號碼
button-seal-case = 🔒 保密 { $number } { $headline }
button-unseal-case = 🔓 不保密 { $number } { $headline }
phone-shared =
    記下了您的手機號碼：{ $phone }。工作人員平時看到的就是這樣；承辦人需要聯絡您時可以看完整號碼，每次都有紀錄。{ $drafting ->
        [yes] 您寫的事在下面，繼續寫，或按「送出」。
       *[no] 想陳情什麼事，直接寫給我就好。
    }
contact-of = 聯絡人：{ $name }，電話：{ $phone }
album-late = 同一組裡晚到的 { $count } 個檔案也收下了，補充到了 <b>{ $number }</b>。
