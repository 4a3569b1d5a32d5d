// finds: SMTP3009
// fixes: SMTP3009
// after: contains new MailAddress(
// nullable: enable
using System.Collections.Generic;
using System.Net.Mail;

public class Members
{
    private readonly Dictionary<string, int> idByAddress = new();

    public int Mark(SmtpFailedRecipientException refused)
    {
        // unknown ones are counted under 0
        return idByAddress.TryGetValue(refused.FailedRecipient!, out var id) ? id : 0;
    }
}
