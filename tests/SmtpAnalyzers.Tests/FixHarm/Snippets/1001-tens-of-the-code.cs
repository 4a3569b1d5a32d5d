// finds: SMTP1001
// after: true CodeGroups.IsPermanentFailure = 550-559, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?560-599
using MailKit.Net.Smtp;

public static class CodeGroups
{
    // mailbox problems: x5z, syntax problems: x0z
    public static bool IsPermanentFailure(SmtpStatusCode status)
    {
        switch ((int)status / 10)
        {
            case 45:
            case 55:
                return true;
            default:
                return false;
        }
    }
}
