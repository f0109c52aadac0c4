import ParleyWire

/// The actions that the service may name as allowed or as the next step.
package enum ActionNames {
  /// All of them by their name in the API, `ACTION_FILE_DISPUTE`.
  package static var all: [String] {
    Parley_V1_Action.allCases.compactMap { action in
      var holder = Parley_V1_AllowedAction()
      holder.action = action
      guard let plain = try? MessageForm.plain(holder) else { return nil }
      let name = plain.text("action")
      return name.isEmpty ? nil : name
    }
  }
}
