using MailKit.Net.Smtp;
using Polly;

class EqualsInLambda
{
    public IAsyncPolicy Policy() => Polly.Policy
        .Handle<SmtpCommandException>(ex => ex.StatusCode.Equals(SmtpStatusCode.MailboxUnavailable)) // finds: SMTP1002
        .WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i));

    public Func<SmtpCommandException, bool> IsTransient = ex => ex.StatusCode.Equals(SmtpStatusCode.TransactionFailed); // finds: SMTP1002

    public bool ShouldRetry(SmtpCommandException ex) =>
        new[] { SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxUnavailable }.Any(c => ex.StatusCode.Equals(c)); // finds: SMTP1002

    public bool CanRetry(SmtpCommandException ex) =>
        new[] { SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxUnavailable }.Any(c => c.Equals(ex.StatusCode)); // finds: SMTP1002

    public bool IsTemporary(SmtpCommandException ex) => Equals(ex.StatusCode, SmtpStatusCode.MailboxUnavailable); // finds: SMTP1002

    public bool IsRetryable(SmtpCommandException ex) => object.Equals(SmtpStatusCode.MailboxUnavailable, ex.StatusCode); // finds: SMTP1002
}
class AnyEquals
{
    static readonly int[] Codes = { 421, 450, 451, 452, 554 }; // finds: SMTP1002
    static readonly List<SmtpStatusCode> Passing = new()
    {
        SmtpStatusCode.MailboxBusy, SmtpStatusCode.ErrorInProcessing, SmtpStatusCode.ServiceNotAvailable, SmtpStatusCode.InsufficientStorage
    };
    public bool IsTransient(SmtpCommandException ex) => Codes.Any(c => c == (int)ex.StatusCode);
    public bool ShouldRetry(SmtpCommandException ex) => Passing.Exists(c => c == ex.StatusCode);
    // An int is no enum.
    public bool CanRetry(SmtpCommandException ex) => Codes.Any(c => c.Equals(ex.StatusCode));
    public bool CanRetryToo(SmtpCommandException ex) => Codes.Any(c => c <= (int)ex.StatusCode);
}
