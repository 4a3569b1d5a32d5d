using System.Text;
using MailKit.Net.Smtp;
using SM = System.Net.Mail;

class Texts
{
    public bool IsTransient(SmtpCommandException ex)
    {
        var text = string.Join(" ", ex.Message, ex.InnerException?.Message);
        return text.Contains("450"); // finds: SMTP3004
    }

    public bool IsTransientToo(SmtpCommandException ex)
    {
        var builder = new StringBuilder();
        builder.Append(ex.Message);
        return builder.ToString().Contains("450"); // finds: SMTP3004
    }

    public bool IsTransientThree(SmtpCommandException ex)
    {
        var builder = new StringBuilder();
        for (Exception? e = ex; e != null; e = e.InnerException)
            builder.AppendLine(e.Message);
        var text = builder.ToString();
        return text.Contains("450") || text.Contains("451"); // finds: SMTP3004, SMTP3004
    }

    public bool IsTransientFour(SmtpCommandException ex) => string.Join("; ", new[] { ex.Message, "x" }).StartsWith("4"); // finds: SMTP3004

    public bool IsTransientFive(SM.SmtpException ex) =>
        string.Concat(ex.Message, " ", ex.InnerException?.Message).Contains("450"); // finds: SMTP3004

    public bool Other(Exception ex, string report) => new StringBuilder().Append(report).ToString().Contains("450");
}
