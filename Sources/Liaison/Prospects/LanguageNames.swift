/// The languages' names that people write instead of a BCP-47 tag.
enum LanguageNames {
  /// The tag for a name in English, Chinese or the language itself; `nil` where it is unknown.
  static func tag(for name: some StringProtocol) -> String? { tags[Spelling.key(name)] }

  /// The tag that was meant by a country's code which is no language's, or a rare one's.
  static func mistakenCode(_ code: some StringProtocol) -> String? {
    mistakenCodes[code.lowercased()]
  }

  private static let mistakenCodes = [
    "cn": "zh", "tw": "zh-Hant", "hk": "zh-Hant", "jp": "ja", "kr": "ko", "us": "en", "gb": "en",
    "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "se": "sv", "at": "de",
    "mx": "es", "vn": "vi", "il": "he",
  ]

  private static let tags: [String: String] = {
    var tags: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      for name in parts[1].split(separator: "/") { tags[Spelling.key(name)] = String(parts[0]) }
    }
    return tags
  }()

  private static let lines = """
    ar Arabic/العربية/阿拉伯语/阿拉伯文
    bg Bulgarian/Български/保加利亚语
    bn Bengali/Bangla/বাংলা/孟加拉语
    ca Catalan/Català/加泰罗尼亚语
    cs Czech/Čeština/捷克语
    da Danish/Dansk/丹麦语
    de German/Deutsch/德语/德文/德語
    el Greek/Ελληνικά/希腊语
    en English/英语/英文/英語
    es Spanish/Español/Castellano/西班牙语/西语/西班牙文/西班牙語
    et Estonian/Eesti/爱沙尼亚语
    fa Persian/Farsi/فارسی/波斯语
    fi Finnish/Suomi/芬兰语
    fil Filipino/Tagalog/菲律宾语
    fr French/Français/法语/法文/法語
    he Hebrew/עברית/希伯来语
    hi Hindi/हिन्दी/印地语
    hr Croatian/Hrvatski/克罗地亚语
    hu Hungarian/Magyar/匈牙利语
    id Indonesian/Bahasa Indonesia/印尼语/印度尼西亚语
    it Italian/Italiano/意大利语/意大利文
    ja Japanese/日本語/日语/日文/日語
    ko Korean/한국어/韩语/韩文/韓語/韓文
    lt Lithuanian/Lietuvių/立陶宛语
    lv Latvian/Latviešu/拉脱维亚语
    ms Malay/Bahasa Melayu/马来语
    nl Dutch/Nederlands/荷兰语
    no Norwegian/Norsk/挪威语
    pl Polish/Polski/波兰语
    pt Portuguese/Português/葡萄牙语/葡语/葡萄牙文
    pt-BR Brazilian Portuguese/Portuguese (Brazil)/巴西葡萄牙语
    ro Romanian/Română/罗马尼亚语
    ru Russian/Русский/俄语/俄文/俄語
    sk Slovak/Slovenčina/斯洛伐克语
    sl Slovenian/Slovenščina/斯洛文尼亚语
    sr Serbian/Српски/塞尔维亚语
    sv Swedish/Svenska/瑞典语
    ta Tamil/தமிழ்/泰米尔语
    th Thai/ไทย/泰语/泰文
    tr Turkish/Türkçe/土耳其语
    uk Ukrainian/Українська/乌克兰语
    ur Urdu/اردو/乌尔都语
    vi Vietnamese/Tiếng Việt/越南语/越南文
    zh Chinese/中文/汉语/漢語/Mandarin/普通话/国语/華語
    zh-Hans Simplified Chinese/Chinese (Simplified)/简体中文/简体/中文（简体）/簡體中文
    zh-Hant Traditional Chinese/Chinese (Traditional)/繁体中文/繁體中文/繁體/正體中文/中文（繁體）/中文（繁体）
    yue Cantonese/粤语/粵語/广东话
    """
}
