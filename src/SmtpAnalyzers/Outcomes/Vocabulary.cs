using SmtpAnalyzers.Replies;
namespace SmtpAnalyzers.Outcomes;
internal enum Outcome { None, Delivered, Retry, GiveUp, Failure }
internal sealed class Vocabulary {
    public static readonly Vocabulary Default = new();
    public Outcome OfName(string n) => n.Contains("Perman") ? Outcome.GiveUp : n.Contains("Retry")||n.Contains("Requeue") ? Outcome.Retry : Outcome.None;
    public Outcome WhenTrue(string n) => n.Contains("ransient")||n.Contains("etry") ? Outcome.Retry : OfName(n);
    public Outcome WhenFalse(string n) => n.Contains("ransient")||n.Contains("etry") ? Outcome.GiveUp : Outcome.None;
    public Outcome OfText(string n) => Outcome.None;
    public ReplyClass? PredicateClass(string n) => n.StartsWith("IsTransient") ? ReplyClass.TransientNegative : null;
    public bool IsCounting(string n) => n.Contains("ttempt");
}
