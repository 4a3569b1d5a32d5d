// finds: SMTP1001
// after: true Offsets.IsFatal = 550, 554, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?551, ?553, ?555-599
// after: true Offsets.IsTransient = 400-499
using MailKit.Net.Smtp;

internal static class Offsets
{
    internal static bool IsFatal(SmtpStatusCode code)
    {
        int above = (int)code - 400;
        return above is 50 or 150 or 154;
    }

    internal static bool IsTransient(SmtpStatusCode code) => (int)code is >= 400 and <= 499;
}
