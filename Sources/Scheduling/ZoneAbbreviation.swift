/// Abbreviations that people write for a time zone, and the places that they may mean.
enum ZoneAbbreviation {
  /// The places that an abbreviation may mean, the likeliest first; nil where it is none.
  static func candidates(_ text: String) -> [String]? { places[text] }

  private static let eastern = ["America/New_York", "America/Toronto"]
  private static let central = ["America/Chicago", "America/Winnipeg", "America/Mexico_City"]
  private static let mountain = ["America/Denver", "America/Edmonton", "America/Phoenix"]
  private static let pacific = ["America/Los_Angeles", "America/Vancouver"]
  private static let centralEurope = ["Europe/Berlin", "Europe/Paris", "Europe/Madrid"]
  private static let easternEurope = ["Europe/Athens", "Europe/Bucharest", "Europe/Helsinki"]

  private static let places: [String: [String]] = [
    "ET": eastern, "EST": eastern + ["America/Panama", "Australia/Sydney"], "EDT": eastern,
    "CT": central, "CST": central + ["Asia/Shanghai", "Asia/Taipei", "America/Havana"],
    "CDT": central + ["America/Havana"],
    "MT": mountain, "MST": mountain, "MDT": ["America/Denver", "America/Edmonton"],
    "PT": pacific, "PST": pacific + ["Asia/Manila"], "PDT": pacific,
    "AKST": ["America/Anchorage"], "AKDT": ["America/Anchorage"],
    "HST": ["Pacific/Honolulu"], "HDT": ["America/Adak"],
    "AST": ["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"], "ADT": ["America/Halifax"],
    "NST": ["America/St_Johns"], "NDT": ["America/St_Johns"],
    "BRT": ["America/Sao_Paulo"], "ART": ["America/Argentina/Buenos_Aires"],
    "CLT": ["America/Santiago"], "CLST": ["America/Santiago"], "COT": ["America/Bogota"],
    "PET": ["America/Lima"],
    "BST": ["Europe/London", "Asia/Dhaka", "Pacific/Bougainville"],
    "IST": ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"], "IDT": ["Asia/Jerusalem"],
    "WET": ["Europe/Lisbon", "Atlantic/Canary"], "WEST": ["Europe/Lisbon", "Atlantic/Canary"],
    "CET": centralEurope, "CEST": centralEurope, "MET": centralEurope, "MEZ": ["Europe/Berlin"],
    "MESZ": ["Europe/Berlin"],
    "EET": easternEurope, "EEST": easternEurope,
    "MSK": ["Europe/Moscow"], "TRT": ["Europe/Istanbul"],
    "GST": ["Asia/Dubai"], "SAST": ["Africa/Johannesburg"],
    "WAT": ["Africa/Lagos"], "CAT": ["Africa/Maputo"], "EAT": ["Africa/Nairobi"],
    "PKT": ["Asia/Karachi"], "NPT": ["Asia/Kathmandu"], "ICT": ["Asia/Bangkok"],
    "WIB": ["Asia/Jakarta"], "WITA": ["Asia/Makassar"], "WIT": ["Asia/Jayapura"],
    "SGT": ["Asia/Singapore"], "MYT": ["Asia/Kuala_Lumpur"], "PHT": ["Asia/Manila"],
    "HKT": ["Asia/Hong_Kong"], "JST": ["Asia/Tokyo"], "KST": ["Asia/Seoul"],
    "AEST": ["Australia/Sydney", "Australia/Brisbane"], "AEDT": ["Australia/Sydney"],
    "ACST": ["Australia/Adelaide", "Australia/Darwin"], "ACDT": ["Australia/Adelaide"],
    "AWST": ["Australia/Perth"], "NZST": ["Pacific/Auckland"], "NZDT": ["Pacific/Auckland"],
  ]
}
