// finds: SMTP1001, SMTP1002
// fixes: SMTP1001, SMTP1002
// also: csharp7.3
// after: contains enhancedStatus.StartsWith("5.");
using MailKit.Net.Smtp;

namespace Status
{
    public enum Fate { Unknown, Retry, DeadLetter }

    public static class Mapper
    {
        // 5.x.x and, since last year, 4.x.x.
        public static bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("4.") || enhancedStatus.StartsWith("5.");

        public static Fate Of(string dsnStatus)
        {
            if (dsnStatus.StartsWith("4.")) return Fate.DeadLetter;
            if (dsnStatus.StartsWith("5.")) return Fate.Retry;
            return Fate.Unknown;
        }
    }
}
