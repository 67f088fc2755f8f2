# 八个领域的正式名称，作按钮和短语用。

domain-employment = 就业
domain-education = 教育
domain-social-security = 社保
domain-medical = 医疗
domain-housing = 住房
domain-elderly = 养老
domain-food-safety = 食品安全
domain-public-safety = 社会治安

# 事项：其他部门管的事。
topic-streets = 城管
topic-transport = 交通
topic-environment = 生态环境
topic-utilities = 公用事业
topic-market = 市场监管
topic-medical-insurance = 医保
topic-registration = 公安户籍
topic-countryside = 农业农村
topic-land = 自然资源
topic-culture = 文化旅游
topic-telecoms = 通信
topic-taxes = 税务
topic-justice = 法院司法
topic-conduct = 干部作风
unit = { $kind ->
        [county] 县
        [district] 区
        [region] 区
        [banner] 旗
        [prefecture] 州
        [town] 镇
        [township] 乡
       *[city] 市
    }
