# 八個類別的正式名稱，作按鈕和短語用。

domain-employment = 就業
domain-education = 教育
domain-social-security = 社會保險
domain-medical = 醫療
domain-housing = 住宅
domain-elderly = 老人照顧
domain-food-safety = 食品安全
domain-public-safety = 治安

# 事項：其他單位管的事。
topic-streets = 市容管理
topic-transport = 交通
topic-environment = 環境保護
topic-utilities = 公用事業
topic-market = 市場管理
topic-medical-insurance = 醫療保險
topic-registration = 戶政
topic-countryside = 農業
topic-land = 土地與自然資源
topic-culture = 文化觀光
topic-telecoms = 電信
topic-taxes = 稅務
topic-justice = 司法
topic-conduct = 公務人員操守
unit = { $kind ->
        [county] 縣
        [district] 區
        [region] 區
        [banner] 旗
        [prefecture] 州
        [town] 鎮
        [township] 鄉
       *[city] 市
    }
