// finds: SMTP1002
// fixes: SMTP1002
// after: true RetryRules.ShouldRetry = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
using System.Linq;
using System.Net.Mail;

internal static partial class RetryRules
{
    internal static bool ShouldRetry(SmtpStatusCode status) => RetryOn.Contains((int)status);
}
// file: RetryRules.Data.cs
internal static partial class RetryRules
{
    // Operations asked for these, 2021-03
    private static readonly int[] RetryOn = { 421, 450, 451, 452, 550 };
}
