// Names of many cultures: [given names], [family names], and the country they are usual in.
export type Culture = { country: string; city: string; given: string[]; family: string[] };

const culture = (country: string, city: string, given: string, family: string): Culture => ({
  country,
  city,
  given: given.split(' '),
  family: family.split(' '),
});

export const cultures: Culture[] = [
  culture(
    'Germany',
    'Hamburg',
    'Jonas Katharina Felix Anneliese Moritz Greta',
    'Schröder Vogel Kaiser Lindemann Böhm',
  ),
  culture(
    'United Kingdom',
    'Leeds',
    'Oliver Imogen Callum Harriet Rhys Freya',
    'Whitaker Ashworth Pemberton Hughes Clarke',
  ),
  culture(
    'United States',
    'Columbus',
    'Jordan Tiffany Marcus Rachel Tyrone Emily',
    'Washington Kowalski Bennett Ramirez Foster',
  ),
  culture(
    'France',
    'Lyon',
    'Élodie Mathieu Camille Baptiste Aurélie Loïc',
    'Lefèvre Moreau Girard Fontaine Chevalier',
  ),
  culture(
    'Spain',
    'Valencia',
    'Lucía Álvaro Nerea Iñigo Carmen Gonzalo',
    'Ibáñez Navarro Domínguez Peña Romero',
  ),
  culture(
    'Poland',
    'Gdańsk',
    'Agnieszka Paweł Małgorzata Krzysztof Zofia Wojciech',
    'Wiśniewska Dąbrowski Lewandowska Szymański Wójcik',
  ),
  culture(
    'Sweden',
    'Göteborg',
    'Astrid Björn Maja Oskar Ingrid Nils',
    'Åkesson Söderberg Nyström Holmgren Dahl',
  ),
  culture(
    'India',
    'Pune',
    'Ananya Rohan Kavya Arjun Meera Vikram',
    'Iyer Deshpande Kulkarni Chatterjee Bhatia',
  ),
  culture('Japan', 'Osaka', '美咲 Kenji 陽菜 Takumi さくら Yuki', '田中 Nakamura 佐藤 Kobayashi 山本'),
  culture('China', 'Hangzhou', '伟 Xiuying 芳 Jian 丽 Haoran', '王 Zhang 李 Chen 刘'),
  culture('South Korea', 'Busan', '지훈 Minji 서연 Joon-ho 하은 Sora', '김 Park 이 Choi 정'),
  culture(
    'Nigeria',
    'Lagos',
    'Chinedu Ngozi Babatunde Folake Emeka Adaeze',
    'Okonkwo Adeyemi Eze Balogun Nwosu',
  ),
  culture(
    'Kenya',
    'Nairobi',
    'Wanjiru Kamau Achieng Otieno Njeri Kiprop',
    'Mwangi Odhiambo Kimani Cheruiyot Wambui',
  ),
  culture(
    'Egypt',
    'Alexandria',
    'Youssef Mariam Omar Salma Karim Nour',
    'El-Masry Abdelrahman Farouk Mansour Hegazy',
  ),
  culture('Israel', 'Haifa', 'נועה Eitan תמר Yael Amit Shira', 'כהן Mizrahi Levi פרץ Friedman'),
  culture(
    'Brazil',
    'Curitiba',
    'João Beatriz Thiago Larissa Caio Fernanda',
    'Ferreira Araújo Gonçalves Teixeira Barros',
  ),
  culture(
    'Mexico',
    'Monterrey',
    'Ximena Santiago Valeria Emiliano Guadalupe Diego',
    'Hernández Villarreal Cárdenas Muñoz Ortega',
  ),
  culture('Türkiye', 'İzmir', 'Elif Mehmet Zeynep Emre Ayşe Burak', 'Yılmaz Demir Öztürk Şahin Kılıç'),
  culture('Vietnam', 'Da Nang', 'Minh Thảo Quân Linh Đức Hương', 'Nguyễn Trần Phạm Hoàng Võ'),
  culture(
    'Ukraine',
    'Lviv',
    'Олена Dmytro Ірина Andriy Марія Taras',
    'Шевченко Kovalenko Бондар Melnyk Ткач',
  ),
  culture(
    'Greece',
    'Thessaloniki',
    'Ελένη Giorgos Μαρία Nikos Katerina Δημήτρης',
    'Παπαδόπουλος Georgiou Νικολάου Ioannidis Vlachos',
  ),
  culture(
    'Ireland',
    'Cork',
    'Aoife Cian Saoirse Declan Niamh Fionn',
    'O’Brien Gallagher Ní Dhomhnaill Byrne Kavanagh',
  ),
  culture(
    'Netherlands',
    'Utrecht',
    'Sanne Bram Fleur Jeroen Lotte Thijs',
    'van-den-Berg de-Vries Bakker Jansen Visser',
  ),
  culture(
    'Iceland',
    'Akureyri',
    'Guðrún Sigurður Björk Einar Þóra Gunnar',
    'Jónsdóttir Magnússon Ólafsdóttir Stefánsson Hallsson',
  ),
];

export const titles: string[] = [
  'Head of Operations',
  'Chief Executive Officer',
  'Managing Director',
  'VP Sales',
  'IT Manager',
  'Procurement Lead',
  'Warehouse Supervisor',
  'Finance Director',
  'Marketing Coordinator',
  'Software Engineer',
  'Office Manager',
  'Chief Financial Officer',
  'Student assistant',
  'Head of Supply Chain',
  'Owner',
  'Business Analyst',
  'Director of Customer Success',
  'Data Protection Officer',
];

/** What people write where they have nothing to say. */
export const placeholders = ['TBD', 'N/A', '-', 'unknown', 'none', 'n.a.', '?', 'xxx', '.'];
