import FoundationEssentials
import Mail

extension OutgoingMessage {
  /// The HTML part with the images that go along written into it, for a browser; empty for none.
  var pageWithImages: String {
    var page = html ?? ""
    for image in images {
      guard let id = image.contentID else { continue }
      let data = "data:\(image.contentType);base64,\(Data(image.bytes).base64EncodedString())"
      page = page.replacing("cid:\(id)", with: data)
    }
    return page
  }
}
