using MailKit.Net.Smtp;
using MimeKit;
public enum Output { Nowhere, Folder, Server }
public class Merger
{
    public async Task Go(SmtpClient client, MimeMessage letter, Output output, int max)
    {
        for (int n = 1; n <= max; n++)
        {
            try
            {
                switch (output)
                {
                    case Output.Nowhere:
                        break;
                    case Output.Folder:
                        await letter.WriteToAsync("a.eml");
                        break;
                    default:
                        await client.ConnectAsync("h", 25);
                        await client.SendAsync(letter);
                        await client.DisconnectAsync(true);
                        break;
                }
                return;
            }
            catch (Exception) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
}
