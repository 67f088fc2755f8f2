domain-social-security = 社會保障
domain-housing = 房屋
