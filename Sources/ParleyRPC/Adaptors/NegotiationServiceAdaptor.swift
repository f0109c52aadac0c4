import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.NegotiationService` on top of the registrar.
struct NegotiationServiceAdaptor: Parley_V1_NegotiationService.SimpleServiceProtocol {
  let desks: Desks

  func sendReminder(
    request: Parley_V1_SendReminderRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .sendReminder, try .now()) { fields, _ in
      Asked(
        .sendReminder(fields.choice(request.channel, at: "channel")), "reminder.text",
        fields.text(request.text, at: "text", 0...4000, .paragraphs))
    }
  }

  func serveDemand(
    request: Parley_V1_ServeDemandRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .serveDemand, try .now()) { fields, dispute in
      var words = Wording()
      let graceDays =
        request.graceDays == 0
        ? try desks.registrar.profile(of: dispute).graceDaysDefault
        : fields.number(request.graceDays, at: "grace_days", 1...365)
      words.add(
        "demand.instructions",
        fields.text(request.instructions, at: "instructions", 1...2000, .paragraphs))
      return Asked(
        .serveDemand(
          DemandTerms(
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            graceDays: graceDays,
            contact: Self.contact(request.earlierContact, dispute, &fields, &words),
            channel: fields.choice(request.channel, at: "channel"))), words)
    }
  }

  func respond(
    request: Parley_V1_RespondRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .respond, try .now()) { fields, dispute in
      var words = Wording()
      return Asked(.respond(fields.answers(request.answers, of: dispute, into: &words)), words)
    }
  }

  func stateContactWishes(
    request: Parley_V1_StateContactWishesRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .stateContactWishes, try .now()) { fields, _ in
      let channels = request.wishes.optedOutChannels.prefix(Channel.allCases.count + 1)
      let optedOut = channels.enumerated().map {
        fields.choice($1, at: "wishes.opted_out_channels[\($0 + 1)]")
      }
      return Asked(
        .stateContactWishes(
          ContactWishes(optedOut: Set(optedOut), ceases: request.wishes.ceases)),
        "contact.text", fields.text(request.text, at: "text", 0...2000, .paragraphs))
    }
  }

  func declareImpasse(
    request: Parley_V1_DeclareImpasseRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .declareImpasse, try .now()) { fields, _ in
      Asked(
        .declareImpasse, "impasse.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func makeOffer(
    request: Parley_V1_MakeOfferRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .makeOffer, try .now()) { fields, dispute in
      var words = Wording()
      let profile = try desks.registrar.profile(of: dispute)
      return Asked(
        .makeOffer(Self.terms(request.terms, dispute, profile: profile, &fields, &words)), words)
    }
  }

  func rejectOffer(
    request: Parley_V1_RejectOfferRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .rejectOffer, try .now()) { fields, dispute in
      let offer = fields.numbered(request.offer, in: "offers", at: "offer", of: dispute)
      return Asked(
        .rejectOffer(number: offer.number), "rejection.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func withdrawOffer(
    request: Parley_V1_WithdrawOfferRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .withdrawOffer, try .now()) { fields, dispute in
      let offer = fields.numbered(request.offer, in: "offers", at: "offer", of: dispute)
      return Asked(.withdrawOffer(number: offer.number))
    }
  }

  func acceptOffer(
    request: Parley_V1_AcceptOfferRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    // The number is read once for the etag and once, with its problems, for the command.
    var peek = FieldReader()
    let number = peek.numbered(request.offer, in: "offers", at: "offer").number
    return try await desks.changes.change(
      request, .acceptOffer, try .now(), etag: .ofOffer(number)
    ) { fields, dispute in
      Asked(
        acceptingOffer: fields.numbered(request.offer, in: "offers", at: "offer", of: dispute)
          .number)
    }
  }

  func signAgreement(
    request: Parley_V1_SignAgreementRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .signAgreement, try .now(), etag: .ofAgreement
    ) { fields, _ in
      Asked(
        .signAgreement(
          Signature(
            document: fields.hash(request.sha256, at: "sha256"),
            authority: fields.choice(request.authority, at: "authority"))),
        "signature.name", fields.text(request.signerName, at: "signer_name", 1...200))
    }
  }
}
