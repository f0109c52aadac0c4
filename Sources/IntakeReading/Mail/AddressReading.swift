import CGMime

/// A person or mailbox named in a header.
struct MailAddress {
  let name: String
  /// Empty where there is none.
  let address: String

  var answer: AnswerValue {
    .fields([("name", .text(name)), ("address", .text(address))])
  }

  /// The addresses of a header; groups are taken apart. What cannot be read as addresses stands as
  /// a name alone.
  static func list(_ values: [[UInt8]], words: EncodedWords) throws -> [MailAddress] {
    var found: [MailAddress] = []
    for value in values {
      let options = g_mime_parser_options_new()
      defer { g_mime_parser_options_free(options) }
      g_mime_parser_options_set_allow_addresses_without_domain(options, 1)
      let text = value.map { CChar(bitPattern: $0) } + [0]
      let before = found.count
      if let list = internet_address_list_parse(options, text) {
        defer { g_object_unref(UnsafeMutableRawPointer(list)) }
        try add(list, depth: 0, to: &found)
      }
      if found.count == before {
        let raw = SafeText.line(words.decode(value).text, bytesMax: 500)
        if !raw.isEmpty { found.append(MailAddress(name: raw, address: "")) }
      }
    }
    return found
  }

  private static func add(
    _ list: UnsafeMutablePointer<InternetAddressList>, depth: Int, to found: inout [MailAddress]
  ) throws {
    for index in 0..<max(0, internet_address_list_length(list)) {
      guard let entry = internet_address_list_get_address(list, index) else { continue }
      guard found.count < Limits.addressesMax else {
        throw IntakeRefusal(
          .tooManyAddresses, "It names more than \(Limits.addressesMax) addresses.")
      }
      let name = internet_address_get_name(entry).map { String(cString: $0) } ?? ""
      if isA(entry, internet_address_group_get_type()), depth < 4 {
        let members = entry.withMemoryRebound(to: InternetAddressGroup.self, capacity: 1) {
          internet_address_group_get_members($0)
        }
        if let members { try add(members, depth: depth + 1, to: &found) }
      } else if isA(entry, internet_address_mailbox_get_type()) {
        let address = entry.withMemoryRebound(to: InternetAddressMailbox.self, capacity: 1) {
          internet_address_mailbox_get_addr($0).map { String(cString: $0) } ?? ""
        }
        found.append(
          MailAddress(
            name: SafeText.line(name, bytesMax: 500),
            address: SafeText.line(address, bytesMax: 320)))
      }
    }
  }

  private static func isA(_ entry: UnsafeMutablePointer<InternetAddress>, _ type: GType) -> Bool {
    entry.withMemoryRebound(to: GTypeInstance.self, capacity: 1) {
      g_type_check_instance_is_a($0, type) != 0
    }
  }
}
