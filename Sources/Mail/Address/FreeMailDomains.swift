/// The domains of providers where anybody gets a mailbox.
///
/// A company that writes from one of them is trusted less, and a reply from one says nothing of
/// the company behind it. The list is of providers with a large share in some market.
enum FreeMailDomains {
  static func contains(_ domain: String) -> Bool { all.contains(domain) }

  private static let all: Set<String> = [
    // Worldwide
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com",
    "yahoo.com", "ymail.com", "rocketmail.com", "aol.com", "aim.com", "icloud.com", "me.com",
    "mac.com", "proton.me", "protonmail.com", "pm.me", "zoho.com", "zohomail.com", "mail.com",
    "email.com", "gmx.com", "gmx.net", "fastmail.com", "fastmail.fm", "tutanota.com", "tuta.com",
    "tuta.io", "hey.com", "inbox.com", "hushmail.com", "yandex.com",
    // China, Hong Kong, Taiwan
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "vip.126.com",
    "yeah.net", "188.com", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "vip.sohu.com",
    "139.com", "189.cn", "wo.cn", "tom.com", "21cn.com", "aliyun.com", "263.net", "88.com",
    "yahoo.com.cn", "yahoo.cn", "yahoo.com.hk", "yahoo.com.tw", "pchome.com.tw", "hinet.net",
    // Japan, Korea
    "yahoo.co.jp", "outlook.jp", "hotmail.co.jp", "live.jp", "nifty.com", "docomo.ne.jp",
    "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "excite.co.jp", "naver.com",
    "daum.net", "hanmail.net", "kakao.com", "nate.com", "outlook.kr", "hotmail.co.kr",
    // German-speaking countries
    "gmx.de", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "outlook.de",
    "hotmail.de", "live.de", "yahoo.de", "mailbox.org", "posteo.de", "posteo.net", "aon.at",
    "bluewin.ch", "arcor.de",
    // United Kingdom, Ireland
    "yahoo.co.uk", "hotmail.co.uk", "live.co.uk", "outlook.ie", "yahoo.ie", "btinternet.com",
    "sky.com", "virginmedia.com", "talktalk.net", "ntlworld.com",
    // France, Belgium
    "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "yahoo.fr", "hotmail.fr",
    "outlook.fr", "live.fr", "neuf.fr", "bbox.fr", "skynet.be", "telenet.be", "hotmail.be",
    "live.be", "outlook.be",
    // Netherlands, Nordic countries
    "hotmail.nl", "live.nl", "outlook.nl", "ziggo.nl", "kpnmail.nl", "home.nl", "hotmail.se",
    "live.se", "outlook.dk", "hotmail.dk", "live.dk", "hotmail.no", "online.no", "yahoo.se",
    "yahoo.dk", "yahoo.no", "telia.com", "luukku.com",
    // Southern Europe
    "libero.it", "virgilio.it", "tiscali.it", "alice.it", "tin.it", "hotmail.it", "live.it",
    "outlook.it", "yahoo.it", "yahoo.es", "hotmail.es", "outlook.es", "telefonica.net",
    "sapo.pt", "outlook.pt", "hotmail.gr", "yahoo.gr",
    // Central and Eastern Europe, Russia
    "wp.pl", "o2.pl", "onet.pl", "onet.eu", "interia.pl", "op.pl", "seznam.cz", "email.cz",
    "centrum.cz", "post.cz", "azet.sk", "freemail.hu", "citromail.hu", "yahoo.ro", "abv.bg",
    "ukr.net", "i.ua", "mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru", "rambler.ru",
    "yandex.ru", "ya.ru", "yandex.kz", "inbox.lv",
    // The Americas
    "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net",
    "charter.net", "earthlink.net", "yahoo.ca", "hotmail.ca", "live.ca", "rogers.com",
    "sympatico.ca", "shaw.ca", "yahoo.com.mx", "hotmail.com.mx", "live.com.mx",
    "yahoo.com.br", "hotmail.com.br", "outlook.com.br", "uol.com.br", "bol.com.br",
    "terra.com.br", "ig.com.br", "yahoo.com.ar", "hotmail.com.ar", "yahoo.cl", "outlook.cl",
    // India, South-East Asia, Oceania
    "yahoo.co.in", "yahoo.in", "rediffmail.com", "outlook.in", "yahoo.co.id", "yahoo.com.sg",
    "yahoo.com.my", "yahoo.com.ph", "yahoo.com.vn", "yahoo.co.th", "hotmail.co.th", "live.com.my",
    "live.com.sg", "outlook.my", "outlook.ph", "outlook.sg", "outlook.co.id", "outlook.co.th",
    "yahoo.com.au", "hotmail.com.au", "live.com.au", "outlook.com.au", "bigpond.com",
    "optusnet.com.au", "yahoo.co.nz", "xtra.co.nz",
    // Middle East, Turkey, Africa
    "walla.co.il", "walla.com", "outlook.co.il", "outlook.sa", "outlook.com.tr", "hotmail.com.tr",
    "yahoo.com.tr", "mynet.com", "yandex.com.tr", "maktoob.com", "yahoo.co.za", "mweb.co.za",
    "webmail.co.za",
  ]
}
