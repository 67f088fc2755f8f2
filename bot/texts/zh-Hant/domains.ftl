# 八個類別的正式名稱，作按鈕和短語用。

domain-employment = 就業
domain-education = 教育
domain-social-security = 社會保險
domain-medical = 醫療
domain-housing = 住宅
domain-elderly = 老人照顧
domain-food-safety = 食品安全
domain-public-safety = 治安
