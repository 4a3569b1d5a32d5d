// finds: SMTP1001
// fixes: SMTP1001
// after: true AddressBook.IsHardBounce = 550, 551, 553, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?554-599
using MailKit.Net.Smtp;

namespace Lists;

public partial class AddressBook
{
    public static bool IsHardBounce(SmtpCommandException ex) => HardBounceCodes.Contains(ex.StatusCode);
}
// file: AddressBook.Codes.cs
using System.Collections.Generic;
using MailKit.Net.Smtp;

namespace Lists;

public partial class AddressBook
{
    private static readonly HashSet<SmtpStatusCode> HardBounceCodes = new()
    {
        SmtpStatusCode.MailboxUnavailable,
        SmtpStatusCode.UserNotLocalTryAlternatePath,
        SmtpStatusCode.MailboxNameNotAllowed,
        SmtpStatusCode.MailboxBusy
    };
}
