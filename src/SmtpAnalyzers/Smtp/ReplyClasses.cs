namespace SmtpAnalyzers.Smtp;

/// <summary>The class that each reply code is treated as: that of its first digit, unless a site has decided otherwise.</summary>
internal sealed class ReplyClasses
{
    /// <summary>Every code by its first digit.</summary>
    public static readonly ReplyClasses ByFirstDigit = new(ReplyCodeSet.Empty, ReplyCodeSet.Empty);

    private readonly ReplyCodeSet _transient, _permanent;

    private ReplyClasses(ReplyCodeSet transient, ReplyCodeSet permanent) => (_transient, _permanent) = (transient, permanent);

    /// <summary>The codes whose class was decided by name, whatever it is by their first digit.</summary>
    public ReplyCodeSet Decided => _transient | _permanent;

    /// <summary>2yz and 3yz.</summary>
    public ReplyCodeSet Positive => ReplyCodeSet.Positive - Decided;

    /// <summary>4yz.</summary>
    public ReplyCodeSet Transient => (ReplyCodeSet.Transient - _permanent) | _transient;

    /// <summary>5yz.</summary>
    public ReplyCodeSet Permanent => (ReplyCodeSet.Permanent - _transient) | _permanent;

    /// <summary>These classes, with <paramref name="codes"/> transient.</summary>
    public ReplyClasses WithTransient(ReplyCodeSet codes) => new(_transient | codes, _permanent - codes);

    /// <summary>These classes, with <paramref name="codes"/> permanent.</summary>
    public ReplyClasses WithPermanent(ReplyCodeSet codes) => new(_transient - codes, _permanent | codes);

    /// <summary>The codes that are treated as <paramref name="replyClass"/>.</summary>
    public ReplyCodeSet Of(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.TransientNegative => Transient,
        ReplyClass.PermanentNegative => Permanent,
        _ => ReplyCodeSet.OfClass(replyClass) - Decided,
    };
}
