using System.Collections.Immutable;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Options;

/// <summary>
/// A key of <c>.editorconfig</c> and global config: what it may be set to and what that changes. docs/configuration.md explains each.
/// </summary>
/// <param name="Name">The key, <see cref="Prefix"/> included.</param>
/// <param name="Expected">The values that can be read, in words for a message.</param>
/// <param name="Otherwise">What holds where the value cannot be read, as a clause for a message.</param>
/// <param name="Apply">The options with the value applied; null where it cannot be read.</param>
internal sealed record OptionKey(string Name, string Expected, string Otherwise, Func<MailOptions, string, MailOptions?> Apply)
{
    public const string Prefix = "smtp_analyzers.";

    public const string ReplyCodeMembers = Prefix + "reply_code_members";

    public const string TransientCodes = Prefix + "transient_codes";

    public const string PermanentCodes = Prefix + "permanent_codes";

    private const string Codes = "reply codes from 200 to 599, separated by '|' or commas";

    private const string ByFirstDigit = "every code keeps the class of its first digit";

    /// <summary>All keys, in the order in which they are applied.</summary>
    public static readonly ImmutableArray<OptionKey> All = ImmutableArray.Create(
        new OptionKey(
            ReplyCodeMembers,
            "documentation ids of properties, fields, methods or types (P:Acme.Session.LastReply), separated by '|'",
            "no member is added",
            static (options, text) =>
                OptionText.DocumentationIds(text) is { } ids ? options with { ReplyCodeMembers = new ReplyCodeMembers(ids) } : null),
        Names("retry_names", Outcome.Retry),
        Names("give_up_names", Outcome.GiveUp),
        Names("delivered_names", Outcome.Delivered),
        Names("failure_names", Outcome.Failure),
        new OptionKey(
            TransientCodes,
            Codes,
            ByFirstDigit,
            static (options, text) =>
                OptionText.Codes(text) is { } codes ? options with { Classes = options.Classes.WithTransient(codes) } : null),
        new OptionKey(
            PermanentCodes,
            Codes + ", none of which is in transient_codes",
            ByFirstDigit,
            static (options, text) => OptionText.Codes(text) is { } codes && !codes.Overlaps(options.Classes.Decided)
                ? options with { Classes = options.Classes.WithPermanent(codes) }
                : null),
        new OptionKey(
            Prefix + "minimum_retry_delay",
            "a time as hh:mm:ss (a bare number would be days)",
            "00:00:10 is used",
            static (options, text) => OptionText.Time(text) is { } delay ? options with { MinimumRetryDelay = delay } : null));

    private static OptionKey Names(string name, Outcome outcome) => new(
        Prefix + name,
        "words or member names, each with a '-' before it to take it out, separated by '|' or commas",
        "the list stays as it is",
        (options, text) =>
            OptionText.Names(text) is { } names ? options with { Vocabulary = options.Vocabulary.With(outcome, names) } : null);
}
