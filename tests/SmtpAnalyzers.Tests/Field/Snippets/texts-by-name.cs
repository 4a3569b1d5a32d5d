using System.Net.Mail;

public static class Texts
{
    public const string AddressDoesNotExist = "Cette adresse est inconnue";
    public const string TryLater = "Veuillez patienter";

    public static string RecipientNotFound => "Destinataire introuvable";
}

public interface ITranslations
{
    string this[string key] { get; }
}

public sealed class PostException(string text) : Exception(text);

// The text is French, or comes out of a resource: its name is English.
public sealed class TranslatedPost(SmtpClient client, ITranslations translations)
{
    public async Task SendAsync(MailMessage mail)
    {
        try
        {
            await client.SendMailAsync(mail);
        }
        catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        {
            throw new PostException($"{Texts.AddressDoesNotExist} {mail.To}");
        }
        catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.InsufficientStorage) // finds: SMTP1001
        {
            throw new PostException(translations["InvalidRecipient"]);
        }
    }

    public async Task<string> ExplainAsync(MailMessage mail)
    {
        try
        {
            await client.SendMailAsync(mail);
            return "";
        }
        catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            return Texts.RecipientNotFound;
        }
        catch (SmtpException)
        {
            return Texts.TryLater;
        }
    }
}
