calendar-unpublished =
    ⚠️ { $year } 年的調休安排，程式裏還沒有。在補上之前，{ $year } 年就照星期一至五上班、公眾假期放假來算，處理期限可能會差一兩天。
    國務院公布以後，請升級程式，或把放假和調休上班的日子寫進 config.toml 的 [calendar.exceptions]，再重新啟動；正在計時的個案會照新的日曆重新計算。
