# 八个领域的正式名称，作按钮和短语用。

domain-employment = 就业
domain-education = 教育
domain-social-security = 社保
domain-medical = 医疗
domain-housing = 住房
domain-elderly = 养老
domain-food-safety = 食品安全
domain-public-safety = 社会治安
