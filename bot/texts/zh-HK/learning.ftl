training-sure =
    <b>真的換用 { $model } 嗎？</b>
    它在{ $domains }上比現在的差，這類個案會更常分錯。
