// What is written has parts of types that are not known; the verb at its beginning is.
using Company.Mail;

namespace Tools.Smtp
{
    public class SmtpSession(StreamReader reader, StreamWriter writer)
    {
        public void Deliver(Letter letter)
        {
            foreach (var address in letter.To)
            {
                writer.WriteLine("RCPT TO:<{0}>", address.Address);
                Expect(reader.ReadLine(), 250); // finds: SMTP1009
            }

            writer.WriteLine("DATA");
            Expect(reader.ReadLine(), 354);
        }

        private static void Expect(string reply, int code)
        {
            if (reply.Substring(0, 3) != code.ToString())
                throw new IOException(reply);
        }
    }
}
