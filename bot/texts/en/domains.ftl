# The eight domains, as buttons and phrases name them.

domain-employment = Employment
domain-education = Education
domain-social-security = Social security
domain-medical = Medical care
domain-housing = Housing
domain-elderly = Elderly care
domain-food-safety = Food safety
domain-public-safety = Public safety
