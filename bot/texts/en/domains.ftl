# The eight domains, as buttons and phrases name them.

domain-employment = Employment
domain-education = Education
domain-social-security = Social security
domain-medical = Medical care
domain-housing = Housing
domain-elderly = Elderly care
domain-food-safety = Food safety
domain-public-safety = Public safety

# Topics: what the other offices are for.
topic-streets = City management
topic-transport = Transport
topic-environment = Environment
topic-utilities = Utilities
topic-market = Market regulation
topic-medical-insurance = Medical insurance
topic-registration = Household registration
topic-countryside = Farming and countryside
topic-land = Land and natural resources
topic-culture = Culture and tourism
topic-telecoms = Telecoms
topic-taxes = Taxes
topic-justice = Courts and justice
topic-conduct = Conduct of officials
unit = { $kind ->
        [county] county
        [district] district
        [region] region
        [banner] banner
        [prefecture] prefecture
        [town] town
        [township] township
       *[city] city
    }
